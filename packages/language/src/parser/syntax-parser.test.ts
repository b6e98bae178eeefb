import { Lexer } from 'chevrotain';
import fc from 'fast-check';
import { type AstNode, isAstNode, isCompositeCstNode, type LangiumParser } from 'langium';
import { beforeAll, describe, expect, it } from 'vitest';
import { createParserServices } from '../services.ts';
import { shippedTexts } from '../testing/examples.ts';
import { extentOf } from './extent.ts';
import { SyntaxParser, syntaxParser } from './syntax-parser.ts';

/** The tree without what leads back to the text, and the lines and columns of every node. */
function plain(value: unknown, placeOf: (node: AstNode) => unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => plain(each, placeOf));
  if (!isAstNode(value)) return value;
  const features = Object.entries(value)
    .filter(([name, feature]) => !name.startsWith('$') && feature !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return [value.$type, placeOf(value), features.map(([name, feature]) => [name, plain(feature, placeOf)])];
}

function placeInLangium({ $cstNode }: AstNode): unknown {
  if (!isCompositeCstNode($cstNode) || $cstNode.content.every(({ hidden }) => hidden)) return undefined;
  const { start, end } = $cstNode.range;
  return [start.line, start.character, end.line, end.character];
}

function placeHere(node: AstNode): unknown {
  const extent = extentOf(node);
  if (!extent) return undefined;
  const { startLine = 0, startColumn = 0 } = extent.first;
  const { endLine = 0, endColumn = 0 } = extent.last;
  return [startLine - 1, startColumn - 1, endLine - 1, endColumn];
}

describe('the grammar', () => {
  it('can be read in one way only', () => {
    const reports: string[] = [];
    const parser = new SyntaxParser(createParserServices(), (report) => reports.push(report));
    for (const { text } of shippedTexts()) parser.parse(text);
    expect(reports).toEqual([]);
  });

  it('has sound tokens', () => {
    const { definition } = createParserServices().parser.Lexer;
    expect(new Lexer(Object.values(definition), { positionTracking: 'full' }).lexerDefinitionErrors).toEqual(
      [],
    );
  });
});

describe("parses as Langium's own parser does", () => {
  let langium: LangiumParser;
  beforeAll(() => {
    langium = createParserServices().parser.LangiumParser;
  });

  function expectSame(text: string): void {
    const theirs = langium.parse(text);
    const ours = syntaxParser().parse(text);
    expect(plain(ours.document, placeHere)).toEqual(plain(theirs.value, placeInLangium));
    const errors = (list: readonly { message: string; token: { startOffset: number } }[]): unknown =>
      list.map(({ message, token }) => [message, token.startOffset]);
    expect(errors(ours.parserErrors)).toEqual(errors(theirs.parserErrors));
  }

  it.each(shippedTexts())('$file', ({ text }) => {
    expectSame(text);
  });

  it('whatever is missing, doubled or out of place', () => {
    const pieces = shippedTexts().map(({ text }) => text.split(/(?<=[\s{},])/));
    const broken = fc
      .constantFrom(...pieces)
      .chain((all) =>
        fc
          .tuple(fc.nat(Math.max(0, all.length - 60)), fc.integer({ min: 1, max: 60 }))
          .chain(([from, count]) => {
            const part = all.slice(from, from + count);
            const index = fc.nat(part.length);
            const change = fc.tuple(
              index,
              fc.constantFrom('drop', 'double', 'swap', '{', '}', '..>', '"', 'team '),
            );
            return fc.tuple(fc.constant(part), fc.array(change, { maxLength: 4 }));
          }),
      )
      .map(([part, changes]) => changes.reduce(damage, part).join(''));
    fc.assert(fc.property(broken, expectSame), { numRuns: 300 });
  });
});

function damage(pieces: readonly string[], [at, change]: readonly [number, string]): readonly string[] {
  const here = pieces[at] ?? '';
  const [before, after] = [pieces.slice(0, at), pieces.slice(at + 1)];
  if (change === 'drop') return [...before, ...after];
  if (change === 'double') return [...before, here, here, ...after];
  if (change === 'swap') return [...before, ...after.slice(0, 1), here, ...after.slice(1)];
  return [...before, here, change, ...after];
}
