import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Position } from 'vscode-languageserver';
import { exampleTexts, projectWith } from '../testing/project.ts';
import type { Project } from '../workspace/project.ts';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from './call-hierarchy.ts';
import { codeActions } from './code-actions.ts';
import { codeLenses } from './code-lenses.ts';
import { completion } from './completion/completion.ts';
import { resolveCompletion } from './completion/resolve.ts';
import { definition, typeDefinition } from './definition.ts';
import { documentLinks } from './document-links.ts';
import { documentSymbols } from './document-symbols.ts';
import { foldingRanges } from './folding.ts';
import { formatting, onTypeFormatting } from './formatting.ts';
import { hover } from './hover/hover.ts';
import { inlayHints } from './inlay-hints.ts';
import { createCharts } from './preview/charts.ts';
import { elementAt } from './preview/places.ts';
import { tree } from './preview/tree.ts';
import { highlights, references } from './references.ts';
import { prepareRename, Refusal, rename } from './rename/rename.ts';
import { selectionRanges } from './selection-ranges.ts';
import { semanticTokens } from './semantic-tokens.ts';
import { prepareTypeHierarchy, subtypes, supertypes } from './type-hierarchy.ts';
import { workspaceSymbols } from './workspace-symbols.ts';

const texts = [...exampleTexts().values()];

function projectOf(uri: string, text: string): Project {
  return projectWith(new Map([[uri, text]]));
}

function refusing(act: () => unknown): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

/** Everything that an editor can ask about a position. */
async function askEverything(project: Project, uri: string, at: Position): Promise<void> {
  const everything = { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 } };
  for (const trigger of [undefined, ' ', '.']) {
    for (const item of completion(project, uri, at, trigger).items.slice(0, 5))
      resolveCompletion(project, item);
  }
  await hover(project, uri, at, () => false);
  definition(project, uri, at);
  typeDefinition(project, uri, at);
  references(project, uri, at, true);
  highlights(project, uri, at);
  refusing(() => prepareRename(project, uri, at));
  refusing(() => rename(project, uri, at, 'renamed'));
  selectionRanges(project, uri, [at]);
  onTypeFormatting(project, uri, at, '}');
  onTypeFormatting(project, uri, at, '\n');
  codeActions(project, uri, everything, undefined);
  for (const item of prepareTypeHierarchy(project, uri, at)) {
    supertypes(project, item);
    subtypes(project, item);
  }
  for (const item of prepareCallHierarchy(project, uri, at)) {
    incomingCalls(project, item);
    outgoingCalls(project, item);
  }
  elementAt(project, uri, at);
}

/** Everything that an editor can ask about a document. */
function askAboutDocument(project: Project, uri: string): void {
  const everything = { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 } };
  formatting(project, uri);
  codeLenses(project, uri);
  documentSymbols(project, uri);
  documentLinks(project, uri);
  foldingRanges(project, uri);
  inlayHints(project, uri, everything);
  workspaceSymbols(project, 'a');
  tree(project, {});
  createCharts(project).chart({ uri, lens: 'reporting' });
  const { data } = semanticTokens(project, uri);
  expect(data.length % 5).toBe(0);
  expect(data.every((each) => each >= 0)).toBe(true);
}

/** A piece of an example with a piece of another, or noise, in the middle. */
const broken = fc
  .tuple(
    fc.constantFrom(...texts),
    fc.constantFrom(...texts),
    fc.tuple(fc.nat(4000), fc.nat(1500), fc.nat(4000), fc.nat(60)),
    fc.constantFrom(
      '',
      '"',
      '{',
      '}',
      '/*',
      '..>',
      '\r\n',
      '\u0000',
      '“',
      '\ud800',
      ', . /',
      'add change rules {',
    ),
  )
  .map(([one, other, [from, length, second, few], noise]) => {
    const start = from % one.length;
    const cut = one.slice(start, start + length);
    const middle = Math.floor(cut.length / 2);
    const piece = other.slice(second % other.length, (second % other.length) + few);
    return cut.slice(0, middle) + noise + piece + cut.slice(middle);
  });

test('no text breaks a feature', async () => {
  const uri = 'file:///fuzz/a.mktorg';
  await fc.assert(
    fc.asyncProperty(
      broken,
      fc.boolean(),
      fc.array(fc.nat(), { maxLength: 4 }),
      async (text, crlf, offsets) => {
        const written = crlf ? text.replace(/\r?\n/g, '\r\n') : text;
        const project = projectOf(uri, written);
        const document = project.sources.document(uri);
        for (const offset of offsets) {
          await askEverything(
            project,
            uri,
            document?.positionAt(offset % (written.length + 1)) ?? { line: 0, character: 0 },
          );
        }
        askAboutDocument(project, uri);
      },
    ),
    { numRuns: 200 },
  );
}, 120_000);

test.each([
  ['beyond the last line', { line: 1e9, character: 1e9 }],
  ['beyond the end of a line', { line: 0, character: 1e9 }],
])('positions %s', async (_, position) => {
  const uri = 'file:///beyond/a.mktorg';
  const project = projectOf(uri, 'team a { lead b }\n');
  await askEverything(project, uri, position);
});

test.each(['file:///nowhere.mktorg', 'mktorg:/vocabulary/nothing.mktorg', 'no uri at all', ''])(
  'the unknown document “%s”',
  async (uri) => {
    const project = projectOf('file:///other.mktorg', 'team a');
    await askEverything(project, uri, { line: 0, character: 0 });
    askAboutDocument(project, uri);
  },
);

test.each([
  'untitled:Untitled-1',
  'vscode-vfs://github/a/b/c%20d.mktorg',
  'vscode-notebook-cell:/x#1',
  'file:///100%.mktorg',
  'no uri at all',
])('a document of any scheme: %s', async (uri) => {
  const project = projectOf(uri, 'team a "A" { lead b  role b "B" }');
  await askEverything(project, uri, { line: 0, character: 20 });
  askAboutDocument(project, uri);
  expect(await hover(project, uri, { line: 0, character: 6 }, () => false)).toBeDefined();
});
