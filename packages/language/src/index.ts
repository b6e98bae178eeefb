export { formatDocument } from './format/format.ts';
export { isName, nameFrom } from './lowering/names.ts';
export { parseFragment, tokenize } from './parse.ts';
export { standardVocabulary, vocabularyText } from './vocabulary.ts';
