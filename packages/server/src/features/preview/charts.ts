import { type ChartOptions, drawChart } from '@mktorg/chart';
import type { OrgModel } from '@mktorg/model';
import { type Finding, rules } from '@mktorg/rules';
import type { Chart, ChartFinding, ChartParams } from '../../protocol.ts';
import { fileNameOf } from '../../text/place.ts';
import { pageOf } from '../../workspace/diagnostics.ts';
import type { Project } from '../../workspace/project.ts';
import { plansOf } from '../compare/sides.ts';
import { organizationNames } from './places.ts';

/** Draws organizations, and keeps the last one that could be read whole. */
export interface Charts {
  chart(params: ChartParams): Chart | null;
  /** The organization that is asked for as it can be drawn: the last state of it that could be read whole. */
  drawn(params: Pick<ChartParams, 'root' | 'uri'>): Drawn | undefined;
  /** An organization changed: what can be read whole is kept for later. */
  note(root: string): void;
}

export interface Drawn {
  readonly model: OrgModel;
  /** As it stands now, broken or not. */
  readonly current: OrgModel;
  /** Why the model is not that of the text as it stands. */
  readonly stale?: string;
}

export function createCharts(project: Project): Charts {
  const whole = new Map<string, OrgModel>();

  function note(root: string): void {
    const model = project.organizations.modelAt(root);
    if (!model) whole.delete(root);
    else if (brokenAt(project, model) === undefined) whole.set(root, model);
  }

  function drawn(params: Pick<ChartParams, 'root' | 'uri'>): Drawn | undefined {
    const current = modelFor(project, params);
    if (!current) return undefined;
    note(current.root);
    const broken = brokenAt(project, current);
    if (broken === undefined) return { model: current, current };
    const model = whole.get(current.root) ?? current;
    return { model, current, stale: staleText(broken, model !== current) };
  }

  return {
    note,
    drawn,
    chart(params) {
      const found = drawn(params);
      if (!found) return null;
      const { model, current, stale } = found;
      return {
        organization: { root: current.root, name: current.name },
        organizations: organizationNames(project),
        version: project.organizations.versionOf(current.root),
        scene: drawChart(model, { ...optionsOf(params), ...phasesOf(project, params, model) }),
        findings: findingsByElement(project, current, params.redactPeople === true),
        plans: plansOf(model),
        ...(stale !== undefined && { stale }),
      };
    },
  };
}

function modelFor(project: Project, { root, uri }: Pick<ChartParams, 'root' | 'uri'>): OrgModel | undefined {
  const { organizations } = project;
  const asked = root === undefined ? undefined : organizations.modelAt(root);
  return asked ?? (uri === undefined ? undefined : organizations.modelOf(uri)) ?? organizations.models()[0];
}

/** The place of the first thing that cannot be read, among the documents that somebody is writing. */
function brokenAt(project: Project, model: OrgModel): string | undefined {
  const problem = model.problems.find(
    ({ rule, at }) => rule === 'integrity/syntax' && project.sources.isOpen(at.uri),
  );
  if (!problem) return undefined;
  return `${fileNameOf(problem.at.uri)}, line ${problem.at.line + 1}: ${problem.message}`;
}

function staleText(broken: string, kept: boolean): string {
  return kept
    ? `This is the chart of the last text that could be read. ${broken}`
    : `This is what could be read of the text. ${broken}`;
}

/** What is found after each phase, for the chart of a plan, as far as it is known. */
function phasesOf(
  { outlook }: Project,
  { lens }: ChartParams,
  { root }: OrgModel,
): Pick<ChartOptions, 'phases'> {
  const phases = lens === 'plan' ? outlook.notesOf(root) : undefined;
  return phases ? { phases } : {};
}

export function optionsOf(params: ChartParams): ChartOptions {
  const { lens, of, depth, collapsed, expanded, maxCards, show, redactPeople } = params;
  return {
    lens,
    ...(of !== undefined && { of }),
    ...(depth !== undefined && { depth }),
    ...(collapsed && { collapsed: new Set(collapsed) }),
    ...(expanded && { expanded: new Set(expanded) }),
    ...(maxCards !== undefined && { maxCards }),
    ...(show && { show }),
    ...(redactPeople !== undefined && { redactPeople }),
  };
}

function findingsByElement(project: Project, model: OrgModel, redacted: boolean): Chart['findings'] {
  const found: { [element: string]: readonly ChartFinding[] } = {};
  for (const [element, findings] of project.findingsOf(model)) {
    found[element] = findings.map((finding) => chartFinding(finding, redacted));
  }
  return found;
}

/** Findings by the element that they are about. */
export function chartFindings(findings: readonly Finding[], redacted: boolean): Chart['findings'] {
  const found: { [element: string]: ChartFinding[] } = {};
  for (const finding of findings) {
    if (finding.element === undefined) continue;
    const list = found[finding.element] ?? [];
    found[finding.element] = list;
    list.push(chartFinding(finding, redacted));
  }
  return found;
}

/** A message may name people: without people only what the rule is about is said. */
function chartFinding({ rule, severity, message, why, todo }: Finding, redacted: boolean): ChartFinding {
  const said = redacted
    ? { message: rules.find(({ id }) => id === rule)?.summary ?? rule, why: '', todo: '' }
    : { message, why, todo };
  return { rule, severity, ...said, page: pageOf(rule) };
}
