import type { OrgModel } from '@mktorg/model';
import { type ExitStatus, exit } from '../exit.ts';
import { Failure } from '../failure.ts';
import { loadOrganizations, onlyModel } from '../organizations.ts';
import { deliver } from '../output/deliver.ts';
import { formatFor } from '../output/format.ts';
import { toJson } from '../output/json.ts';
import { type ReportFormat, type ReportName, reportFormats } from '../program/report.ts';
import { martechGapReport } from '../reports/martech-gap.ts';
import { operatingModelReport } from '../reports/operating-model.ts';
import { platformsReport } from '../reports/platforms.ts';
import { responsibilitiesReport } from '../reports/responsibilities.ts';
import { rosterReport } from '../reports/roster.ts';
import { skillsGapReport } from '../reports/skills-gap.ts';
import { type Table, withMissing } from '../reports/table.ts';
import { toCsv } from '../reports/write-csv.ts';
import { reportDocument } from '../reports/write-json.ts';
import { toMarkdown } from '../reports/write-markdown.ts';
import { writeText } from '../reports/write-text.ts';
import type { Screen, Terminal } from '../terminal/terminal.ts';

export interface ReportOptions {
  readonly format?: ReportFormat;
  readonly missing?: string;
  readonly redact?: 'people';
  readonly output?: string;
}

export async function reportCommand(
  name: ReportName,
  path: string | undefined,
  options: ReportOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const format = formatFor(options, reportFormats, 'text', terminal);
  const loaded = await loadOrganizations(path === undefined ? [] : [path], terminal);
  const model = onlyModel(loaded, terminal, `report ${name}`, options.redact);
  const whole = tableOf(name, model, options.redact === 'people');
  const missing = missingColumns(options.missing, whole);
  const table = missing.length > 0 ? withMissing(whole, missing) : whole;
  if (format === 'text' && options.output === undefined) writeText(table, terminal.out, missing);
  else deliver(textOf(table, model, format, missing), options.output, terminal);
  return exit.clean;
}

function tableOf(name: ReportName, model: OrgModel, redactPeople: boolean): Table {
  switch (name) {
    case 'platforms':
      return platformsReport(model);
    case 'responsibilities':
      return responsibilitiesReport(model);
    case 'operating-model':
      return operatingModelReport(model);
    case 'roster':
      return rosterReport(model, redactPeople);
    case 'martech-gap':
      return martechGapReport(model);
    case 'skills-gap':
      return skillsGapReport(model);
  }
}

function textOf(table: Table, model: OrgModel, format: ReportFormat, asked: readonly string[]): string {
  switch (format) {
    case 'markdown':
      return toMarkdown(table, asked);
    case 'csv':
      return toCsv(table);
    case 'json':
      return toJson(reportDocument(table, model));
    case 'text': {
      let text = '';
      const page: Screen = {
        write: (part) => {
          text += part;
        },
        columns: 160,
        interactive: false,
        style: (_, part) => part,
        link: (part) => part,
      };
      writeText(table, page, asked);
      return text;
    }
  }
}

function missingColumns(list: string | undefined, table: Table): readonly string[] {
  if (list === undefined) return [];
  const wanted = list.split(',').flatMap((each) => each.trim() || []);
  const keys = table.columns.map(({ key }) => key);
  const unknown = wanted.filter((each) => !keys.includes(each));
  if (unknown.length === 0) return wanted;
  throw new Failure(
    `The report ${table.name} has no column ${unknown.join(', ')}.`,
    `Its columns are: ${keys.join(', ')}.`,
  );
}
