/** Writes `syntaxes/mktorg.tmLanguage.json`, for viewers without a language server, from the schema's keywords. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { elementKeywords, statementKeywords, statementPhrases } from '../packages/language/src/keywords.ts';

const file = path.join(import.meta.dirname, '../syntaxes/mktorg.tmLanguage.json');

/** Longest first, so that `program-kind` is not read as `program`. */
function anyOf(words: Iterable<string>): string {
  return [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|');
}

/** A keyword opens a line or a body, or follows a statement on the same line; a dot, slash or arrow makes it a name. */
const open = '(?:^|(?<=[{}"])|(?<=\\s\\s))\\s*';
const whole = '(?![\\w\\-]|\\s*(?:\\.\\.>|\\.|/))';
const name = '[\\p{L}_][\\p{L}\\p{M}\\p{Nd}_\\-\\x{200C}\\x{200D}]*';
const clauses =
  'is|as|in|from|to|by|with|for|on|of|at|via|into|within|approval|after|before|because|per|under|until|starts|data|owner|replaced|accepted|mitigated|reports';
const operations = 'add|move|merge|remove|change|retire|source|told';

const grammar = {
  $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
  name: 'mktorg',
  scopeName: 'source.mktorg',
  fileTypes: ['mktorg'],
  patterns: [
    { include: '#comments' },
    { include: '#strings' },
    { include: '#rules' },
    { include: '#line' },
    { include: '#declaration' },
    { include: '#operation' },
    { include: '#takenBack' },
    { include: '#statement' },
    { include: '#numbers' },
    { include: '#clauses' },
    { include: '#operators' },
    { include: '#names' },
  ],
  repository: {
    comments: {
      patterns: [
        { name: 'comment.block.documentation.mktorg', begin: '/\\*\\*', end: '\\*/' },
        { name: 'comment.block.mktorg', begin: '/\\*', end: '\\*/' },
        { name: 'comment.line.double-slash.mktorg', match: '//.*$' },
      ],
    },
    strings: {
      name: 'string.quoted.double.mktorg',
      begin: '"',
      end: '"|$',
      patterns: [{ name: 'constant.character.escape.mktorg', match: '\\\\.' }],
    },
    rules: {
      patterns: [
        {
          match: `\\b(allow)\\s+(${name}/${name})`,
          captures: { 1: { name: 'keyword.control.mktorg' }, 2: { name: 'entity.name.tag.rule.mktorg' } },
        },
        {
          match: `(${name}/${name})\\s+(error|warning|info|off)\\b`,
          captures: {
            1: { name: 'entity.name.tag.rule.mktorg' },
            2: { name: 'constant.language.severity.mktorg' },
          },
        },
      ],
    },
    line: {
      match: `(?:(${name}(?:\\.${name})*)\\s*)?(\\.\\.>)\\s*(${name}(?:\\.${name})*)`,
      captures: {
        1: { name: 'variable.other.reference.mktorg' },
        2: { name: 'keyword.operator.dotted-line.mktorg' },
        3: { name: 'variable.other.reference.mktorg' },
      },
    },
    declaration: {
      match: `${open}(?:(add)\\s+)?(${anyOf(elementKeywords)})\\s+(?=${name}|")(?:(${name}(?:\\.${name})*)(?!\\s*(?:\\.\\.>|/)))?`,
      captures: {
        1: { name: 'keyword.control.change.mktorg' },
        2: { name: 'storage.type.mktorg' },
        3: { name: 'entity.name.type.mktorg' },
      },
    },
    operation: {
      match: `${open}(${operations})${whole}`,
      captures: { 1: { name: 'keyword.control.change.mktorg' } },
    },
    takenBack: {
      match: `${open}(-)\\s*(${anyOf(statementPhrases.map((phrase) => phrase.replace(' ', '\\s+')))})${whole}`,
      captures: { 1: { name: 'keyword.operator.taken.mktorg' }, 2: { name: 'keyword.other.mktorg' } },
    },
    statement: {
      match: `${open}(${anyOf([...statementKeywords, 'charter'])})${whole}`,
      captures: { 1: { name: 'keyword.other.mktorg' } },
    },
    numbers: {
      patterns: [
        { name: 'constant.numeric.date.mktorg', match: '\\b\\d{4}-(?:Q[1-4]|\\d{2}(?:-\\d{2})?)\\b' },
        { name: 'constant.numeric.mktorg', match: '(?<![\\w\\-])-?\\d+(?:\\.\\d+)?[kMB%]?(?![\\w])' },
      ],
    },
    clauses: {
      match: `(?<=\\s)(${clauses})(?=\\s|$)`,
      captures: { 1: { name: 'keyword.other.clause.mktorg' } },
    },
    operators: { name: 'punctuation.mktorg', match: '[{},./]' },
    names: { name: 'variable.other.reference.mktorg', match: name },
  },
};

const text = `${JSON.stringify(grammar, null, 2)}\n`;
if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== text) {
    console.error('syntaxes/mktorg.tmLanguage.json is stale: run `node scripts/syntax.ts`.');
    process.exit(1);
  }
} else writeFileSync(file, text);
