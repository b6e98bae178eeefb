import { setTimeout } from 'node:timers/promises';
import { drawChart, type PhaseFindings } from '@mktorg/chart';
import type { OrgModel } from '@mktorg/model';
import { type ChartChoice, type HostMessage, protocolVersion } from '@mktorg/preview';
import { plansOf } from '@mktorg/server/sides';
import { findingsByElement, sceneWithFindings } from '../charts/findings.ts';
import { previewApp } from '../charts/page.ts';
import { countBySeverity, counted, severities } from '../check/checked.ts';
import { severityStyle } from '../check/pretty.ts';
import { type ExitStatus, exit } from '../exit.ts';
import { pathsFrom, relativePath, uriOf } from '../files/paths.ts';
import { scopeOf } from '../files/scope.ts';
import { type Address, keepAddress, lastAddress } from '../preview/address.ts';
import { firstChoice } from '../preview/choice.ts';
import { comparableWith, differenceOf, type Past, pastAt, type Surroundings } from '../preview/compare.ts';
import { follow } from '../preview/follow.ts';
import { canOpenBrowser, openBrowser } from '../preview/open-browser.ts';
import { type Drawable, type LiveOrganizations, liveOrganizations } from '../preview/organizations.ts';
import { createPhasesAhead } from '../preview/phases.ts';
import { type PreviewServer, type PreviewServerOptions, servePreview } from '../preview/server.ts';
import { clean } from '../terminal/clean.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { todayOf } from '../today.ts';

export interface PreviewOptions {
  readonly port?: number;
  readonly open: boolean;
  /** A revision to compare with. */
  readonly since?: string;
}

/** Serves the chart until Ctrl+C. */
export async function previewCommand(
  paths: readonly string[],
  options: PreviewOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const app = previewApp();
  const scope = scopeOf(paths, terminal.cwd);
  const organizations = liveOrganizations(pathsFrom(terminal.cwd));
  organizations.read(scope.files);
  const past = options.since === undefined ? undefined : await pastAt(paths, options.since, terminal);
  const first: ChartChoice = past
    ? { ...firstChoice, compare: { with: 'revision', ref: past.ref } }
    : firstChoice;
  const choices = new Map<string, ChartChoice>();
  const sent = new Map<string, Drawable | undefined>();
  const ahead = createPhasesAhead();
  const today = (): string => todayOf(terminal);

  /** What a page shows is drawn anew where it is another organization now, or another state of it. */
  function show(page: string, must: boolean): void {
    const choice = choices.get(page) ?? first;
    const models = organizations.models();
    const model = models.find(({ root }) => root === choice.root) ?? models[0];
    const drawable = model && organizations.drawable(model.root, today());
    if (!must && drawable?.model === sent.get(page)?.model && drawable?.stale === sent.get(page)?.stale)
      return;
    sent.set(page, drawable);
    server.send(
      page,
      drawable
        ? chartMessage(
            drawable,
            choice,
            { past, all: models, today: today() },
            ahead.of(drawable.model, today()),
          )
        : noOrganization,
    );
    if (drawable && choice.lens === 'plan') lookAhead(page, drawable);
  }

  /** What is found after phases comes to the page when it is known. */
  function lookAhead(page: string, drawable: Drawable): void {
    void ahead.lookAhead(drawable, today(), page, {
      isWanted: () => choices.get(page)?.lens === 'plan' && sent.get(page)?.model === drawable.model,
      tell: () => show(page, true),
    });
  }

  // Tried out at any port, the page is nobody's to come back to.
  const last = options.port === 0 ? undefined : lastAddress(scope.folders, terminal.env);
  const server = await serveWhereItWas(last, options.port, {
    app,
    receive(page, request) {
      choices.set(page, request.choice ?? first);
      show(page, true);
    },
    left(page) {
      choices.delete(page);
      sent.delete(page);
    },
  });
  const follower = await follow(
    scope.folders,
    (files) => {
      const before = organizations.models().length;
      if (!organizations.read(files)) return;
      terminal.out.write(changeLine(files, organizations, today(), terminal));
      const others = organizations.models().length !== before;
      for (const page of server.pages()) show(page, others);
    },
    (trouble) => terminal.err.write(`Changes may go unnoticed: ${trouble}\n`),
  );
  if (options.port !== 0) keepAddress(scope.folders, server.address, terminal.env);
  introduce(server.url, organizations.models(), terminal);
  const ended = interrupted();
  if (options.open && canOpenBrowser(terminal)) void openUnlessShown(server, last);
  await ended;
  await follower.close();
  await server.close();
  return exit.clean;
}

/**
 * Serves the page at the address that it had the last time, so that one that is still open goes on. Where another
 * program has the port by now, that may have heard the address: then a new one is taken.
 */
async function serveWhereItWas(
  last: Address | undefined,
  port: number | undefined,
  options: Omit<PreviewServerOptions, 'port' | 'secret'>,
): Promise<PreviewServer> {
  if (!last || port !== undefined)
    return servePreview({ ...options, ...(last?.port === port && last), port: port ?? 0 });
  try {
    return await servePreview({ ...options, ...last });
  } catch {
    return servePreview({ ...options, port: 0 });
  }
}

/** How long a page that is still open may take to come back, in milliseconds. */
const comeback = 1500;

async function openUnlessShown(server: PreviewServer, last: Address | undefined): Promise<void> {
  if (server.address.secret === last?.secret) await setTimeout(comeback, undefined, { ref: false });
  if (server.pages().length === 0) openBrowser(server.url);
}

function introduce(url: string, models: readonly OrgModel[], { out }: Terminal): void {
  const [first] = models;
  const who = models.length === 1 && first ? clean(first.name) : counted(models.length, 'organization');
  out.write(`${out.style('bold', who)} at ${out.style(['cyan', 'underline'], url)}\n`);
  out.write(`${out.style('dim', 'The chart follows the files. Ctrl+C ends it.')}\n`);
}

/** Beyond this many cards a chart is drawn with its deeper teams closed: it stays readable, and quick. */
const maxCards = 1200;

const noOrganization: HostMessage = {
  type: 'nothing',
  reason: 'There is no organization in these files any more.',
};

function chartMessage(
  drawable: Drawable,
  wished: ChartChoice,
  context: Surroundings,
  phases: PhaseFindings | undefined,
): HostMessage {
  const { model, findings, stale } = drawable;
  const { past, all } = context;
  const choice = { ...withPast(wished, past), root: model.root };
  const { lens, of, depth, collapsed, expanded, show, compare } = choice;
  const options = {
    collapsed: new Set(collapsed),
    expanded: new Set(expanded),
    show,
    maxCards,
    ...(of !== undefined && { of }),
    ...(depth !== undefined && { depth }),
  };
  const difference = differenceOf(drawable, choice, context, options);
  const stepped = compare?.with === 'phases' ? (compare.to ?? compare.from) : undefined;
  const plan = lens === 'plan' && of === undefined && stepped !== undefined ? { of: stepped } : {};
  const drawn = difference?.drawn ?? {
    scene: sceneWithFindings(
      drawChart(model, { ...options, ...plan, ...(phases && { phases }), lens }),
      findings,
    ),
    findings: findingsByElement(findings),
  };
  return {
    type: 'chart',
    version: protocolVersion,
    organization: { root: model.root, name: model.name },
    organizations: all.map(({ root, name }) => ({ root, name })),
    choice,
    ...drawn,
    ...(difference && { changes: difference.changes }),
    plans: plansOf(model),
    comparable: comparableWith(past),
    ...(compare && !difference && { uncompared }),
    ...(stale !== undefined && { stale }),
  };
}

const uncompared = 'There is nothing to compare with any more.';

/** The revision that a page compared with may have been another one, before the command was started again. */
function withPast(choice: ChartChoice, past: Past | undefined): ChartChoice {
  if (choice.compare?.with !== 'revision' || !past) return choice;
  return { ...choice, compare: { with: 'revision', ref: past.ref } };
}

/** What became of the organizations that the files belong to. */
function changeLine(
  files: readonly string[],
  organizations: LiveOrganizations,
  today: string,
  { cwd, out }: Terminal,
): string {
  const time = new Date().toTimeString().slice(0, 8);
  const [first = ''] = files;
  const what = files.length === 1 ? relativePath(cwd, first) : counted(files.length, 'file');
  const uris = new Set(files.map(uriOf));
  const changed = organizations.models().filter(({ documents }) => documents.some((uri) => uris.has(uri)));
  const drawables = changed.flatMap(({ root }) => organizations.drawable(root, today) ?? []);
  const stale = drawables.find((each) => each.stale !== undefined)?.stale;
  if (stale !== undefined) return `${out.style('dim', time)} ${what}: ${out.style('yellow', clean(stale))}\n`;
  const counts = countBySeverity(drawables.flatMap(({ findings }) => findings));
  const found = severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => out.style(severityStyle[severity], counted(counts[severity], severity)));
  return `${out.style('dim', time)} ${what}: ${found.join(', ') || out.style('green', 'no findings')}\n`;
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
