import { describeReport, type Imported, importPeople, importPlatforms, readTable } from '@mktorg/exchange';
import { standardVocabulary } from '@mktorg/language';
import type { ImportAnswer, ImportParams } from '../../protocol.ts';
import type { Project } from '../../workspace/project.ts';

/** Texts of the language out of spreadsheets, and what could not be placed. */
export function importTables(project: Project, params: ImportParams): ImportAnswer {
  const { files, report } = imported(project, params);
  return { files: [...files].map(([path, text]) => ({ path, text })), report: describeReport(report) };
}

function imported(project: Project, { what, files, root, folder }: ImportParams): Imported {
  const vocabulary = standardVocabulary();
  const tables = files.map(({ name, base64 }) => readTable(bytesOf(base64), { name }));
  const [first] = tables;
  if (what === 'people' || !first) return importPeople(tables, { vocabulary });
  const into = root === undefined ? undefined : project.organizations.modelAt(root);
  return importPlatforms(first, {
    vocabulary,
    ...(into && { into }),
    ...(folder !== undefined && { folder }),
  });
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}
