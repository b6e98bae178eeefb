import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseFragment, standardVocabulary } from '@mktorg/language';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { organizationKinds } from '../kinds.ts';
import { mergeOrganization } from '../merge.ts';
import type { OrgModel } from '../model.ts';
import { redactPeople } from '../redact.ts';
import { properties } from '../schema.ts';
import { everything } from '../testing/everything.ts';
import { organizationOf } from '../testing/organization.ts';
import { exportModel } from './export-model.ts';

const schema: object = JSON.parse(
  readFileSync(new URL('../../schema/model.schema.json', import.meta.url), 'utf8'),
);
const validate = new Ajv2020({ strict: true, strictTypes: false, allErrors: true }).compile(schema);

function errorsOf(model: OrgModel, redactPeople = false): readonly string[] {
  validate(JSON.parse(JSON.stringify(exportModel(model, { redactPeople }))));
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

const examples = new URL('../../../../examples/', import.meta.url);

async function exampleOf(name: string): Promise<OrgModel> {
  const folder = new URL(`${name}/`, examples);
  const fragments = [];
  for await (const file of glob('**/*.mktorg', { cwd: fileURLToPath(folder) })) {
    const uri = new URL(file, folder);
    fragments.push(parseFragment(readFileSync(uri, 'utf8'), uri.href));
  }
  return mergeOrganization(folder.href.replace(/\/$/, ''), fragments, standardVocabulary());
}

describe('an exported model', () => {
  it('of everything there can be is what the JSON Schema says', () => {
    const model = organizationOf(everything);
    expect(model.problems).toEqual([]);
    expect(errorsOf(model)).toEqual([]);
    expect(errorsOf(model, true)).toEqual([]);
  });

  it('holds every kind and every fact', () => {
    const { elements, vocabulary, added } = exportModel(organizationOf(everything));
    expect(Object.keys(elements)).toEqual(organizationKinds);
    const all = [elements, vocabulary, added ?? {}].flatMap((lists) => Object.values(lists)).flat();
    const stated = new Set(all.flatMap((element) => Object.keys(element)));
    expect(properties.filter(({ field }) => !stated.has(field)).map(({ keyword }) => keyword)).toEqual([]);
  });

  it('says of a role what follows, beside what is stated', () => {
    const { elements } = exportModel(organizationOf(everything));
    expect(elements['role']?.[1]).toMatchInlineSnapshot(`
      {
        "at": {
          "column": 8,
          "file": "a.mktorg",
          "line": 48,
        },
        "cost": {
          "amount": 50000,
          "currency": "USD",
          "per": "year",
        },
        "derived": {
          "filled": 1,
          "fte": 2.4000000000000004,
          "layersBelow": 0,
          "locality": "local",
          "reportsTo": "role:marketing.cmo",
          "seats": 3,
          "span": 0,
          "team": "team:marketing",
          "vacant": 2,
        },
        "fte": 0.8,
        "holders": [
          {
            "name": "Chen Wei",
          },
        ],
        "id": "role:marketing.designer",
        "interim": {
          "until": {
            "from": "2027-03-31",
            "text": "2027-03-31",
            "to": "2027-03-31",
          },
        },
        "is": "discipline:designer",
        "level": "level:senior",
        "location": "Jakarta",
        "name": "designer",
        "parent": "team:marketing",
        "path": "marketing.designer",
        "seats": 3,
        "skills": [
          "skill:motion-design",
        ],
        "sourceId": "S0064",
        "span": "archetype:coach",
        "title": "Designer",
      }
    `);
  });

  it.each(['hotel-group', 'software-company', 'accidental-operations', 'three-scripts'])(
    'of %s',
    async (name) => {
      expect(errorsOf(await exampleOf(name))).toEqual([]);
    },
  );

  it('is the same every time', () => {
    const files = { 'b.mktorg': 'team b', 'a.mktorg': 'team a' };
    const reversed = { 'a.mktorg': 'team a', 'b.mktorg': 'team b' };
    expect(JSON.stringify(exportModel(organizationOf(files)))).toBe(
      JSON.stringify(exportModel(organizationOf(reversed))),
    );
  });

  it('names files from its folder, and counts from one', () => {
    const model = organizationOf({ 'teams/caf%C3%A9.mktorg': '\nteam a' });
    expect(exportModel(model)).toMatchObject({
      files: ['teams/café.mktorg'],
      elements: { team: [{ at: { file: 'teams/café.mktorg', line: 2, column: 6 } }] },
    });
  });

  it('holds of the standard terms only those that are used', () => {
    const { vocabulary } = exportModel(organizationOf('team a is demand-generation'));
    expect(Object.keys(vocabulary)).toEqual(['function']);
    expect(vocabulary['function']?.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['demand-generation']),
    );
    expect(vocabulary['function']?.every(({ standard }) => standard === true)).toBe(true);
  });
});

describe('without people', () => {
  const model = organizationOf(everything);
  const text = JSON.stringify(exportModel(model, { redactPeople: true }));

  it.each(['sari', 'Sari', 'Wijaya', 'Chen', 'S0064', 'A remark', 'resistant', 'In January', 'holders'])(
    'says nothing of %s',
    (word) => {
      expect(JSON.stringify(exportModel(model))).toContain(word);
      expect(text).not.toContain(word);
    },
  );

  it('tells what is wrong by rule and place alone', () => {
    const broken = redactPeople(organizationOf('team a { lead sari }'));
    expect(broken.problems).toMatchObject([
      { rule: 'integrity/unresolved-name', at: { line: 0, column: 14 } },
    ]);
    expect(JSON.stringify(broken.problems)).not.toContain('sari');
  });

  it('names seats instead', () => {
    const { elements } = exportModel(model, { redactPeople: true });
    expect(elements['committee']?.[0]).toMatchObject({
      chair: 'role:marketing.cmo',
      members: [{ who: 'role:marketing.cmo', share: 0.1 }, { who: 'external:it' }],
    });
    expect(elements['person']).toBeUndefined();
  });

  it('still counts vacancies', () => {
    const whole = exportModel(model);
    const redacted = exportModel(model, { redactPeople: true });
    expect(redacted.derived['headcount']).toEqual(whole.derived['headcount']);
    expect(redacted.redacted).toBe('people');
  });
});
