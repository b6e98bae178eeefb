import type { Fragment } from '@mktorg/model';
import type { LexerResult } from 'langium';
import { lowerDocument } from './lowering/lower.ts';
import { syntaxParser } from './parser/syntax-parser.ts';
import { read } from './recovery/recover.ts';

/**
 * What the text of one document says, before names are resolved. Never throws on broken text: what could not be read
 * is in the fragment's problems, and everything around it is kept.
 */
export function parseFragment(text: string, uri: string): Fragment {
  return lowerDocument(read(text), text, uri);
}

/** The words and signs of a text, keywords told from names, with its comments beside them. Never throws. */
export function tokenize(text: string): LexerResult {
  return syntaxParser().tokenize(text);
}
