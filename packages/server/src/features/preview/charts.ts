import { type ChartOptions, drawChart } from '@mktorg/chart';
import type { OrgModel } from '@mktorg/model';
import { type Finding, rules } from '@mktorg/rules';
import type { Chart, ChartFinding, ChartParams } from '../../protocol.ts';
import { fileNameOf } from '../../text/place.ts';
import { pageOf } from '../../workspace/diagnostics.ts';
import type { Project } from '../../workspace/project.ts';
import { organizationNames } from './places.ts';

/** Draws organizations, and keeps the last one that could be read whole. */
export interface Charts {
  chart(params: ChartParams): Chart | null;
  /** An organization changed: what can be read whole is kept for later. */
  note(root: string): void;
}

export function createCharts(project: Project): Charts {
  const whole = new Map<string, OrgModel>();

  function note(root: string): void {
    const model = project.organizations.modelAt(root);
    if (!model) whole.delete(root);
    else if (brokenAt(project, model) === undefined) whole.set(root, model);
  }

  return {
    note,
    chart(params) {
      const model = modelFor(project, params);
      if (!model) return null;
      note(model.root);
      const broken = brokenAt(project, model);
      const drawn = broken === undefined ? model : (whole.get(model.root) ?? model);
      return {
        organization: { root: model.root, name: model.name },
        organizations: organizationNames(project),
        version: project.organizations.versionOf(model.root),
        scene: drawChart(drawn, optionsOf(params)),
        findings: findingsByElement(project, model, params.redactPeople === true),
        ...(broken !== undefined && { stale: staleText(broken, drawn !== model) }),
      };
    },
  };
}

function modelFor(project: Project, { root, uri }: ChartParams): OrgModel | undefined {
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

function optionsOf(params: ChartParams): ChartOptions {
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

/** A message may name people: without people only what the rule is about is said. */
function chartFinding({ rule, severity, message, why, todo }: Finding, redacted: boolean): ChartFinding {
  const said = redacted
    ? { message: rules.find(({ id }) => id === rule)?.summary ?? rule, why: '', todo: '' }
    : { message, why, todo };
  return { rule, severity, ...said, page: pageOf(rule) };
}
