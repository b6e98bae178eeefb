export { type PeopleField, type PlatformField, peopleFields, platformFields } from './headings/fields.ts';
export { type MappedColumn, type Mapping, parseMapping } from './headings/mapping.ts';
export {
  type Columns,
  type ColumnUse,
  recognizeHeadings,
  recognizePlatformHeadings,
} from './headings/recognize.ts';
export { type Imported, importPeople, type PeopleOptions } from './people/import-people.ts';
export { importPlatforms, type PlatformOptions } from './platforms/import-platforms.ts';
export { describeReport } from './report/describe.ts';
export type { ColumnReport, ImportNote, ImportReport, RowOutcome, SourceRow } from './report/report.ts';
export { starterFiles } from './starter/files.ts';
export { type Decoded, type DecodeOptions, decodeText } from './table/decode.ts';
export type { TableProblem } from './table/problem.ts';
export { type ReadOptions, readTable } from './table/read-table.ts';
export type { Row, Table } from './table/table.ts';
