import { pathToFileURL } from 'node:url';
import { parseFragment, standardVocabulary } from '@mktorg/language';
import { mergeOrganization } from '@mktorg/model';
import { check } from '@mktorg/rules';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Log, Result } from 'sarif';
import { expect, it } from 'vitest';
import { pathsFrom } from '../files/paths.ts';
import { sarifExcerpt } from '../testing/sarif-excerpt.ts';
import { toSarif } from './sarif.ts';

const validate = new Ajv2020({ allErrors: true }).compile(sarifExcerpt);
const repository = '/work/repo';

/** The SARIF of an organization in these files, by path. */
function sarifOf(files: { readonly [file: string]: string }): Log {
  const fragments = Object.entries(files).map(([file, text]) =>
    parseFragment(text, pathToFileURL(file).href),
  );
  const model = mergeOrganization(pathToFileURL(repository).href, fragments, standardVocabulary());
  const { findings, allowed } = check(model, { today: '2026-11-01' });
  const log = toSarif(
    {
      organizations: [{ model, root: '.', seats: 0, findings, phases: [], allowed }],
      today: '2026-11-01',
      show: pathsFrom(repository),
      lines: () => undefined,
      texts: new Map(),
    },
    repository,
  );
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  return log;
}

function resultsOf(log: Log): readonly Result[] {
  return log.runs[0]?.results ?? [];
}

it('is valid, whatever there is in it', () => {
  const log = sarifOf({
    '/work/repo/org/a b#1%/größe 設計.mktorg': `organization acme "Acme" {}
team a "A" {
  lead nobody
  role b "B" { held by "C" }
  role c "C" { held by "C"  allow reporting/stacked-seats because "Meant." }
}
team t "T" { responsible for pricing-strategy }
platform survey "Survey" is survey { used by a for "feedback" }
`,
  });
  const rules = log.runs[0]?.tool.driver.rules ?? [];
  for (const { ruleId, ruleIndex } of resultsOf(log)) expect(rules[ruleIndex ?? -1]?.id).toBe(ruleId);
  const places = resultsOf(log).flatMap(({ locations }) => locations ?? []);
  expect(places.length).toBeGreaterThan(2);
  for (const { physicalLocation } of places) {
    expect(physicalLocation?.artifactLocation).toEqual({
      uri: 'org/a%20b%231%25/gr%C3%B6%C3%9Fe%20%E8%A8%AD%E8%A8%88.mktorg',
      uriBaseId: '%SRCROOT%',
    });
  }
});

it('names the standard vocabulary by a uri, and files outside the repository by theirs', () => {
  const results = resultsOf(
    sarifOf({
      '/work/else where/a.mktorg': 'team t "T" { lead a  role a "A"  responsible for pricing-strategy }\n',
    }),
  );
  const wrong = results.find(({ ruleId }) => ruleId === 'integrity/wrong-kind');
  expect(wrong?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual({
    uri: 'file:///work/else%20where/a.mktorg',
  });
  expect(wrong?.relatedLocations?.[0]?.physicalLocation?.artifactLocation).toEqual({
    uri: 'mktorg:/vocabulary/skills.mktorg',
  });
});

it('makes no link and no placeholder of what a title says', () => {
  const title = '[free](https://evil.example) {0} \\\\';
  const [first] = resultsOf(
    sarifOf({ '/work/repo/a.mktorg': `team t "${title}" { role r "R" { held by "C" } }\n` }),
  );
  expect(first?.message.text).toContain('\\[free\\](https://evil.example) {{0}} \\\\');
});
