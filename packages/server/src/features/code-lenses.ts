import { directReports, type Element, elementsIn, type OrgModel, span, teamsLedBy } from '@mktorg/model';
import type { CodeLens, Command } from 'vscode-languageserver';
import { rangeOf } from '../text/place.ts';
import type { Project } from '../workspace/project.ts';
import { counted, seatsText } from './counts.ts';

/** Over every team its seats, vacancies and findings; over every role that leads, its direct reports. */
export function codeLenses(project: Project, uri: string): CodeLens[] {
  const source = project.source(uri);
  if (!source || !project.settings.codeLens) return [];
  const { model } = source;
  const findings = project.findingsOf(model);
  return elementsIn(model, uri).flatMap((element): CodeLens[] => {
    const found = findings.get(element.id)?.length ?? 0;
    const title = titleOf(model, element, found);
    if (title === '') return [];
    return [{ range: rangeOf(element.nameAt), command: commandOf(project, model, element, title) }];
  });
}

function titleOf(model: OrgModel, element: Element, findings: number): string {
  const found = findings > 0 ? [counted(findings, 'finding')] : [];
  if (element.kind === 'team') return [seatsText(model, element), ...found].join(' · ');
  if (element.kind !== 'role' || teamsLedBy(model, element.id).length === 0) return '';
  const reports = directReports(model, element.id).length;
  const seats = span(model, element.id);
  const inSeats = seats === reports ? [] : [`in ${counted(seats, 'seat')}`];
  return [[counted(reports, 'direct report'), ...inSeats].join(' '), ...found].join(' · ');
}

/** Without a command that shows the element the text stands for itself. */
function commandOf(project: Project, { root }: OrgModel, { id }: Element, title: string): Command {
  const command = project.client.revealCommand;
  return command === undefined ? { title, command: '' } : { title, command, arguments: [{ root, id }] };
}
