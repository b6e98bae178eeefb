import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseFragment, standardVocabulary } from '@mktorg/language';
import { afterPhases, createWorkspace, mergeOrganization } from '@mktorg/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules } from '../catalogue.ts';
import { exampleDay, unmarked } from '../example.ts';
import { check, createChecker } from './checker.ts';

const examples = resolve(import.meta.dirname, '../../../../examples');
const today = exampleDay;
const root = 'file:///o';

/** A run of edits from a start: a new text, or none, for a document. */
class Session {
  readonly #workspace = createWorkspace(standardVocabulary());
  readonly #checker = createChecker();
  readonly texts = new Map<string, string>();

  constructor(texts: ReadonlyMap<string, string>) {
    this.edit(texts);
  }

  edit(changes: ReadonlyMap<string, string | undefined>): void {
    for (const [uri, text] of changes) {
      if (text === undefined) this.texts.delete(uri);
      else this.texts.set(uri, text);
    }
    const fragments = [...changes].map(
      ([uri, text]) => [uri, text === undefined ? undefined : parseFragment(text, uri)] as const,
    );
    this.#workspace.update(new Map(fragments));
    const model = this.#workspace.modelOf(`${root}/organization.mktorg`);
    if (!model) return;
    expect(this.#checker.check(model, { today })).toEqual(check(model, { today }));
  }
}

const small = new Map([
  [`${root}/organization.mktorg`, 'organization o "O" { motion self-serve }\nregion emea "EMEA"\n'],
]);
for (const name of ['a', 'b', 'c', 'd']) small.set(`${root}/${name}.mktorg`, '');
const pieces = rules.flatMap((rule) => [
  ...rule.clean,
  ...rule.findings.map(({ source }) => unmarked(source)),
]);

describe('incremental equals clean', () => {
  it('when documents become other examples', () => {
    const edit = fc.record({
      uri: fc.constantFrom(...small.keys()),
      text: fc.option(fc.constantFrom(...pieces), { nil: undefined }),
      blank: fc.nat(2),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 3, maxLength: 12 }), (edits) => {
        const session = new Session(small);
        for (const { uri, text, blank } of edits) {
          session.edit(new Map([[uri, text === undefined ? undefined : '\n'.repeat(blank) + text]]));
        }
      }),
      { numRuns: 60 },
    );
  });

  for (const name of ['accidental-operations', 'hotel-group', 'software-company', 'three-scripts']) {
    it(`when lines of ${name} change`, () => {
      const texts = textsOf(name);
      const uris = [...texts.keys()];
      const edit = fc.record({
        uri: fc.constantFrom(...uris),
        line: fc.nat(),
        other: fc.nat(),
        kind: fc.nat(5),
      });
      fc.assert(
        fc.property(fc.array(edit, { minLength: 4, maxLength: 16 }), (edits) => {
          const session = new Session(texts);
          for (const { uri, line, other, kind } of edits) {
            const now = session.texts.get(uri) ?? '';
            session.edit(new Map([[uri, kind === 0 ? texts.get(uri) : changed(now, line, other, kind)]]));
          }
        }),
        { numRuns: 12 },
      );
    });
  }
});

it.each(['accidental-operations', 'software-company'])(
  'incremental equals clean from one phase to the next, in %s',
  (name) => {
    // With documents in which there is nothing, one of many differs.
    const whole = [...textsOf(name).values()].join('\n');
    const texts = [whole, '', '', ''].map((text, n): [string, string] => [`${root}/${n}.mktorg`, text]);
    const fragments = texts.map(([uri, text]) => parseFragment(text, uri));
    const model = mergeOrganization(root, fragments, standardVocabulary());
    const phases = model.byKind.plan.flatMap(({ id }) => afterPhases(model, id));
    expect(phases).not.toEqual([]);
    const checker = createChecker();
    for (const after of [model, ...phases.map((phase) => phase.model), model]) {
      expect(checker.check(after, { today })).toEqual(check(after, { today }));
    }
  },
);

describe('incremental equals clean, where lines move and seats are stacked', () => {
  const many = new Map([[`${root}/organization.mktorg`, 'organization o "O"\n']]);
  for (let n = 0; n < 12; n++) many.set(`${root}/z${n}.mktorg`, `team z${n} "Z" {\n  role z "Z"\n}\n`);
  const head = (line: string): string => `role head "Head" { held by "Ada"${line} }\n`;
  const file = (name: string): string => `${root}/${name}.mktorg`;

  it.each<[string, readonly { readonly [name: string]: string | undefined }[]]>([
    [
      'a lead goes elsewhere',
      [
        {
          a: 'team a "A" {\n  lead boss\n  role boss "Boss" { held by "Ada" }\n  role vice "Vice"\n}\n',
          b: 'team b "B" {\n  lead lead\n  reports to a\n  role lead "Lead"\n  role aide "Aide" { held by "Ada" }\n}\n',
        },
        { a: 'team a "A" {\n  lead vice\n  role boss "Boss" { held by "Ada" }\n  role vice "Vice"\n}\n' },
        { a: 'team a "A" {\n  lead boss\n  role boss "Boss" { held by "Ada" }\n  role vice "Vice"\n}\n' },
      ],
    ],
    [
      'a manager in the middle reports to somebody else',
      [
        {
          a: head(''),
          b: 'role middle "Middle" { reports to head }\n',
          c: 'role low "Low" { reports to middle  held by "Ada" }\nlow ..> head "craft"\n',
        },
        { b: 'role middle "Middle"\n' },
        { b: 'role middle "Middle" { reports to head }\n' },
        { a: head('  interim until 2027-09') },
        { b: undefined },
      ],
    ],
    [
      'a team without a lead stands in one that gets another',
      [
        {
          a: 'team a "A" {\n  lead x\n  role x "X" { reports to top }\n  role y "Y"\n  team inner "Inner"\n}\n',
          b: 'role top "Top" { held by "Ada" }\na.inner ..> top "craft"\n',
          c: 'role clerk "Clerk" { reports to a.inner  held by "Ada" }\nclerk ..> a.y "craft"\n',
        },
        {
          a: 'team a "A" {\n  lead y\n  role x "X" { reports to top }\n  role y "Y"\n  team inner "Inner"\n}\n',
        },
        {
          a: 'team a "A" {\n  lead x\n  role x "X" { reports to top }\n  role y "Y"\n  team inner "Inner"\n}\n',
        },
        { b: '\nrole top "Top" { held by "Bo" }\na.inner ..> top "craft"\n' },
      ],
    ],
  ])('%s', (_, edits) => {
    const session = new Session(many);
    for (const edit of edits) {
      for (const [name, text] of Object.entries(edit)) session.edit(new Map([[file(name), text]]));
    }
  });

  it('after random edits of several files', () => {
    const line = fc.constantFrom(
      'team t "T" {',
      'team u "U" {',
      '}',
      'lead boss',
      'lead aide',
      'reports to t',
      'reports to u.aide',
      'role boss "Boss" { held by "Ada" }',
      'role aide "Aide" { held by "Ada", "Bo" }',
      'role clerk "Clerk" { reports to boss  held by "Bo"  fte 0.5 }',
      'role clerk "Clerk" { reports to t  held by cy }',
      'person cy "Cy" { fte 0.5 }',
      'boss ..> t "craft"',
      'aide ..> boss "craft"',
      'clerk ..> t.boss "craft"',
      'initiative i "I" { lead boss  until 2027-06  members boss at 60%, aide at 70% }',
      'allow reporting/stacked-seats because "Ruled"',
      'allow governance/over-allocation because "Ruled"',
      'platform crm "CRM" is crm { owner t  used by u for "x" }',
      'platform mail "Mail" is crm { owner nobody }',
      'rules { reporting/stacked-seats off }',
      'role "',
    );
    const text = fc.array(line, { maxLength: 7 }).map((lines) => `${lines.join('\n')}\n`);
    const edit = fc.record({
      name: fc.constantFrom('a', 'b', 'c', 'd'),
      text: fc.option(text, { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 3, maxLength: 14 }), (edits) => {
        const session = new Session(many);
        for (const { name, text } of edits) session.edit(new Map([[file(name), text]]));
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same list where nothing changed', () => {
    const workspace = createWorkspace(standardVocabulary());
    const checker = createChecker();
    const listsAfter = (uri: string, text: string) => {
      workspace.update(new Map([[uri, parseFragment(text, uri)]]));
      const model = workspace.modelOf(file('organization'));
      return model ? checker.check(model, { today }).byDocument : new Map();
    };
    for (const [uri, text] of many) listsAfter(uri, text);
    const before = listsAfter(file('a'), 'team a "A" {\n  role x "X"\n}\n');
    const after = listsAfter(file('z1'), '\nteam z1 "Z" {\n  role z "Z"\n}\n');
    expect([...after.keys()]).toEqual([...before.keys()]);
    for (const [uri, list] of after) expect(list === before.get(uri), uri).toBe(uri !== file('z1'));
  });
});

function textsOf(name: string): ReadonlyMap<string, string> {
  const folder = join(examples, name);
  return new Map(
    globSync('**/*.mktorg', { cwd: folder })
      .sort()
      .map((path) => [`${root}/${path.replaceAll('\\', '/')}`, readFileSync(join(folder, path), 'utf8')]),
  );
}

/** The text with one line less, one more, another in its place, or with other words in it. */
function changed(text: string, at: number, from: number, kind: number): string {
  const lines = text.split('\n');
  const index = at % lines.length;
  const [line = '', other = ''] = [lines[index], lines[from % lines.length]];
  switch (kind) {
    case 1:
      lines.splice(index, 1);
      break;
    case 2:
      lines.splice(index, 0, '');
      break;
    case 3:
      lines[index] = line.replace(/"([^"]*)"/, '"$1 anew"').replace(/\b[1-9]\b/, '42');
      break;
    case 4: {
      // A word of one line in the place of one of another: references, owners and leads go elsewhere.
      const words = other.match(/[\p{L}][\p{L}\p{N}-]+/gu) ?? [];
      lines[index] = line.replace(/[\p{L}\p{N}-]+(?=\s*$)/u, words.at(-1) ?? 'x');
      break;
    }
    default:
      lines.splice(index, 0, other);
  }
  return lines.join('\n');
}
