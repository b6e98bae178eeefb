export { teamsAround } from './choice.ts';
export { choiceOf, fieldsOf } from './hosts/kept.ts';
export * from './protocol.ts';
