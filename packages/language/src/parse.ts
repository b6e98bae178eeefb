import type { Fragment } from '@mktorg/model';
import { lowerDocument } from './lowering/lower.ts';
import { syntaxParser } from './parser/syntax-parser.ts';

/**
 * What the text of one document says, before names are resolved. Never throws on broken text: what could not be read
 * is in the fragment's problems, and everything around it is kept.
 */
export function parseFragment(text: string, uri: string): Fragment {
  return lowerDocument(syntaxParser().parse(text), text, uri);
}
