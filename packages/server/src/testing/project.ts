import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { clientOf, defaultSettings } from '../settings.ts';
import { createOrganizations } from '../workspace/organizations.ts';
import { createOutlook } from '../workspace/outlook.ts';
import { createProject, type Project } from '../workspace/project.ts';
import { createSources } from '../workspace/sources.ts';

/** A project of open documents without a connection, for an editor that can do everything. */
export function projectWith(texts: ReadonlyMap<string, string>): Project {
  const sources = createSources();
  const today = (): string => '2026-06-15';
  const client = {
    ...clientOf({}, undefined),
    snippets: true,
    snippetEdits: true,
    hierarchicalSymbols: true,
    definitionLinks: true,
  };
  const settings = { ...defaultSettings, reportsToHints: true };
  const organizations = createOrganizations(sources, today);
  const outlook = createOutlook(organizations);
  const project = createProject(organizations, sources, outlook, today, { settings, client });
  for (const [uri, text] of texts) sources.open(uri, TextDocument.create(uri, 'mktorg', 1, text));
  return project;
}

/** The written organizations of the project: uris and texts. */
export function exampleTexts(): ReadonlyMap<string, string> {
  const examples = new URL('../../../../examples/', import.meta.url).pathname;
  const paths = readdirSync(examples, { recursive: true, encoding: 'utf8' });
  return new Map(
    paths
      .filter((path) => path.endsWith('.mktorg'))
      .sort()
      .map((path) => [`file:///examples/${path}`, readFileSync(join(examples, path), 'utf8')]),
  );
}
