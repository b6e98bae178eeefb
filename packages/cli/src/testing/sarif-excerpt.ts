/** A part of a path as RFC 3986 has it, and none that climbs. */
const segment = "(?!\\.{1,2}(?:/|$))(?:[\\w.~!$&'()*+,;=@-]|%[\\dA-F]{2})+";

function object(properties: object, required: readonly string[]): object {
  return { type: 'object', properties, required, additionalProperties: false };
}

function listOf(name: string): object {
  return { type: 'array', items: { $ref: `#/$defs/${name}` } };
}

function text(): object {
  return { type: 'string', minLength: 1 };
}

function number(): object {
  return { type: 'integer', minimum: 1 };
}

function level(): object {
  return { enum: ['none', 'note', 'warning', 'error'] };
}

function uri(): object {
  return { type: 'string', pattern: "^[a-z][a-z\\d+.-]*:(?:[\\w.~:/?#@!$&'()*+,;=-]|%[\\dA-F]{2})+$" };
}

/**
 * What SARIF 2.1.0 asks of the parts that mktorg writes, after the schema of the standard and closed: a property that
 * is not here is either none of SARIF or has to be looked up and added.
 */
export const sarifExcerpt = {
  $ref: '#/$defs/log',
  $defs: {
    log: object(
      {
        $schema: { const: 'https://json.schemastore.org/sarif-2.1.0.json' },
        version: { const: '2.1.0' },
        runs: listOf('run'),
      },
      ['version', 'runs'],
    ),
    run: object(
      {
        tool: object({ driver: { $ref: '#/$defs/driver' } }, ['driver']),
        columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
        results: listOf('result'),
      },
      ['tool'],
    ),
    driver: object(
      {
        name: text(),
        semanticVersion: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+' },
        informationUri: uri(),
        rules: { ...listOf('rule'), uniqueItems: true },
      },
      ['name'],
    ),
    rule: object(
      {
        id: text(),
        shortDescription: { $ref: '#/$defs/words' },
        fullDescription: { $ref: '#/$defs/words' },
        help: { $ref: '#/$defs/words' },
        helpUri: uri(),
        defaultConfiguration: object({ enabled: { type: 'boolean' }, level: level() }, []),
      },
      ['id'],
    ),
    words: object({ text: text(), markdown: text() }, ['text']),
    result: object(
      {
        ruleId: text(),
        ruleIndex: { type: 'integer', minimum: -1 },
        level: level(),
        message: { $ref: '#/$defs/message' },
        locations: listOf('location'),
        relatedLocations: { ...listOf('location'), uniqueItems: true },
        suppressions: { ...listOf('suppression'), uniqueItems: true },
        partialFingerprints: { type: 'object', additionalProperties: { type: 'string' } },
      },
      ['message'],
    ),
    message: object({ text: text() }, ['text']),
    suppression: object(
      {
        kind: { enum: ['inSource', 'external'] },
        justification: text(),
        location: { $ref: '#/$defs/location' },
      },
      ['kind'],
    ),
    location: object(
      {
        id: { type: 'integer', minimum: -1 },
        message: { $ref: '#/$defs/message' },
        physicalLocation: object(
          { artifactLocation: { $ref: '#/$defs/artifact' }, region: { $ref: '#/$defs/region' } },
          ['artifactLocation'],
        ),
      },
      [],
    ),
    // What is relative needs a base; what is absolute must have none.
    artifact: {
      oneOf: [
        object({ uri: { type: 'string', pattern: `^${segment}(?:/${segment})*$` }, uriBaseId: text() }, [
          'uri',
          'uriBaseId',
        ]),
        object({ uri: uri() }, ['uri']),
      ],
    },
    region: object({ startLine: number(), startColumn: number(), endLine: number(), endColumn: number() }, [
      'startLine',
    ]),
  },
};
