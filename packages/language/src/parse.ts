import type { Fragment } from '@mktorg/model';
import type { LangiumParser } from 'langium';
import { lowerDocument } from './lowering/lower.ts';
import { createParserServices } from './services.ts';

let parser: LangiumParser | undefined;

/**
 * What the text of one document says, before names are resolved. Never throws on broken text: what could not be read
 * is in the fragment's problems, and everything around it is kept.
 */
export function parseFragment(text: string, uri: string): Fragment {
  parser ??= createParserServices().parser.LangiumParser;
  return lowerDocument(parser.parse(text), text, uri);
}
