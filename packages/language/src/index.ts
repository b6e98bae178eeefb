export { formatDocument } from './format/format.ts';
export { isName, nameFrom } from './lowering/names.ts';
export { parseFragment } from './parse.ts';
export { createParserServices } from './services.ts';
export { standardVocabulary, vocabularyText } from './vocabulary.ts';
