import { LangiumParserErrorMessageProvider } from 'langium';

/** Says in the words of the language what the parser could not make sense of. */
export class SyntaxMessages extends LangiumParserErrorMessageProvider {}
