import { type Document, type Editor, positionAt, startEditor } from '../client.ts';
import { type Measurement, measured } from '../measurement.ts';
import type { Organization } from '../organizations.ts';
import { grouped, type Subject } from '../subject.ts';
import { leafOf, samplesOf, serverOf } from './edit.ts';

/** Requests that come right behind a keystroke: each is answered of the newest text. */
const questions = [
  { id: 'keyword', label: 'completion: a statement', method: 'textDocument/completion', at: /\n {4}(?=\S)/ },
  { id: 'name', label: 'completion: a name', method: 'textDocument/completion', at: /reports to / },
  {
    id: 'level',
    label: 'completion: a word of the vocabulary',
    method: 'textDocument/completion',
    at: /level /,
  },
  { id: 'hover', label: 'hover over a name', method: 'textDocument/hover', at: /reports to ./ },
  { id: 'definition', label: 'definition of a name', method: 'textDocument/definition', at: /reports to ./ },
] as const;

export async function measureQuestions(subject: Subject): Promise<readonly Measurement[]> {
  const results: Measurement[] = [];
  for (const organization of subject.organizations) {
    subject.progress(`questions about ${grouped(organization.seats)} seats`);
    results.push(...(await questionsIn(organization, subject)));
  }
  return results;
}

async function questionsIn(organization: Organization, subject: Subject): Promise<readonly Measurement[]> {
  const editor = await startEditor(serverOf(subject), organization.folder);
  try {
    const document = await editor.open(leafOf(organization));
    const results: Measurement[] = [];
    for (const { id, label, method, at } of questions) {
      const match = at.exec(document.text());
      if (!match) continue;
      const position = positionAt(document.text(), match.index + match[0].length);
      const samples: number[] = [];
      for (let n = 0; n < samplesOf(subject) + 4; n++) {
        const sample = await ask(editor, document, method, position, n);
        if (n >= 4) samples.push(sample);
      }
      const { seats } = organization;
      results.push(measured({ id: `ask/${id}`, label, seats, unit: 'ms' }, samples));
    }
    return results;
  } finally {
    await editor.stop();
  }
}

async function ask(
  editor: Editor,
  document: Document,
  method: string,
  position: ReturnType<typeof positionAt>,
  turn: number,
): Promise<number> {
  await document.edit(document.text().length, '', turn % 2 === 0 ? ' ' : '\n');
  const started = performance.now();
  await document.change(document.text().length, '', ' ');
  await editor.connection.sendRequest(method, { textDocument: { uri: document.uri }, position });
  return performance.now() - started;
}
