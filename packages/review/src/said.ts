export { nameIn, sayField, sayKind, sayValue } from '@mktorg/model';
