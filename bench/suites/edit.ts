import { type Document, startEditor } from '../client.ts';
import { type Measurement, measured } from '../measurement.ts';
import type { Organization } from '../organizations.ts';
import { grouped, type Subject } from '../subject.ts';

/** From a keystroke until every finding of the organization is known again, over the server's own protocol. */
export async function measureEdits(subject: Subject): Promise<readonly Measurement[]> {
  const results: Measurement[] = [];
  for (const organization of subject.organizations) {
    subject.progress(`edits in ${grouped(organization.seats)} seats`);
    results.push(...(await editsIn(organization, subject)));
  }
  if (subject.single) {
    subject.progress(`edits in ${grouped(subject.single.seats)} seats in one file`);
    results.push(await editOneFile(subject.single, subject));
  }
  return results;
}

async function editsIn(organization: Organization, subject: Subject): Promise<readonly Measurement[]> {
  const { seats } = organization;
  const editor = await startEditor(serverOf(subject), organization.folder);
  try {
    const leaf = await editor.open(leafOf(organization));
    const hub = await editor.open('organization.mktorg');
    const count = samplesOf(subject);
    const ready = { id: 'edit/ready', label: 'server ready, everything judged', seats, unit: 'ms' } as const;
    const timed = async (id: string, label: string, edit: Edit): Promise<Measurement> =>
      measured({ id: `edit/${id}`, label, seats, unit: 'ms' }, await repeated(edit, count));
    return [
      measured(ready, [editor.ready]),
      await timed('leaf', 'edit → findings: white space in a leaf file', blank(leaf)),
      await timed('break', 'edit → findings: a name that is nowhere', misspell(leaf)),
      await timed('rename', 'edit → findings: rename of a role that others report to', rename(leaf)),
      await timed('hub', 'edit → findings: white space in a file that all refer to', blank(hub)),
    ];
  } finally {
    await editor.stop();
  }
}

async function editOneFile(organization: Organization, subject: Subject): Promise<Measurement> {
  const editor = await startEditor(serverOf(subject), organization.folder);
  try {
    const document = await editor.open('organization.mktorg');
    const label = 'edit → findings: white space, all in one file';
    const what = { id: 'edit/one-file', label, seats: organization.seats, unit: 'ms' } as const;
    return measured(what, await repeated(blank(document), samplesOf(subject)));
  } finally {
    await editor.stop();
  }
}

/** Does something, or takes it back where it is done: how long until it was judged. */
type Edit = () => Promise<number>;

async function repeated(edit: Edit, count: number): Promise<readonly number[]> {
  // The first ones run code that was never run before; a session has thousands of them.
  for (let n = 0; n < 4; n++) await edit();
  const samples: number[] = [];
  for (let n = 0; n < count; n++) samples.push(await edit());
  return samples;
}

/** A space at the end of the first line, there and gone again. */
function blank(document: Document): Edit {
  return toggle(document, document.text().indexOf('\n'), '', ' ');
}

function misspell(document: Document): Edit {
  return toggle(document, behind(document, /lead (?=lead\n)/), 'lead', 'laed');
}

/** Of the declaration alone: the lead of the department and those who report to its head are left behind. */
function rename(document: Document): Edit {
  return toggle(document, behind(document, /role (?=head )/), 'head', 'boss');
}

function toggle(document: Document, at: number, off: string, on: string): Edit {
  let set = false;
  return () => {
    set = !set;
    return set ? document.edit(at, off, on) : document.edit(at, on, off);
  };
}

function behind(document: Document, pattern: RegExp): number {
  const match = pattern.exec(document.text());
  if (!match) throw new Error(`${document.uri} has no ${pattern}.`);
  return match.index + match[0].length;
}

/** The file of a department whose head others report to. */
export function leafOf({ files }: Organization): string {
  return `departments/d${Math.max(1, Math.floor((files - 1) / 10))}.mktorg`;
}

export function serverOf({ dist }: Subject): string {
  return `${dist}/server.js`;
}

export function samplesOf({ options }: Subject): number {
  return options.runs * 6;
}
