import { label, type OrgModel } from '@mktorg/model';
import { type Allowed, type Finding, type Fix, type PhaseOf, textEditsOf } from '@mktorg/rules';
import { rulePage } from '../output/rule-page.ts';
import { version } from '../version.ts';
import { type Checked, countBySeverity, findingsOf, positionOf, resolutionsOf } from './checked.ts';

/** Raised when the meaning of a field changes or a field goes; new fields do not raise it. See docs/cli.md. */
export const findingsVersion = 1;

/** The findings for programs. Lines and columns count from 1, columns in UTF-16 units, ends exclusive. */
export function findingsDocument(checked: Checked): object {
  const { organizations, today } = checked;
  return {
    format: 'mktorg/findings',
    version: findingsVersion,
    tool: { name: 'mktorg', version },
    today,
    summary: {
      ...countBySeverity(findingsOf(checked)),
      allowed: organizations.reduce((sum, each) => sum + each.allowed.length, 0),
      organizations: organizations.length,
      seats: organizations.reduce((sum, each) => sum + each.seats, 0),
      files: organizations.reduce((sum, each) => sum + each.model.documents.length, 0),
    },
    organizations: organizations.map(({ model, root, seats, findings, phases, allowed, since, baseline }) => {
      const resolutions = resolutionsOf({ phases });
      return {
        name: model.name,
        root,
        seats,
        files: model.documents.map(checked.show),
        findings: findings.map((finding) => findingObject(finding, model, checked, resolutions.get(finding))),
        allowed: allowed.map((each) => allowedObject(each, model, checked)),
        ...(since && {
          since: {
            name: since.name,
            // The text that fixes would change is gone.
            fixed: since.fixed.map((each) => findingObject({ ...each, fixes: [] }, model, checked)),
            accepted: since.accepted.map(({ finding, by, because, now }) => ({
              ...findingObject({ ...finding, fixes: [] }, model, checked),
              by,
              ...(because !== undefined && { because }),
              ...(now && { now: now.severity }),
            })),
            carried: since.carried,
          },
        }),
        ...(baseline && { baseline }),
        phases: phases.map((each) => ({
          id: each.phase.id,
          name: label(each.phase),
          plan: each.plan.id,
          findings: countBySeverity(each.findings),
          fresh: each.fresh.length,
          resolved: each.resolved.length,
          allowed: each.allowed.length,
        })),
      };
    }),
  };
}

function findingObject(
  finding: Finding,
  model: OrgModel,
  checked: Checked,
  resolvedBy: readonly PhaseOf[] = [],
): object {
  const { rule, severity, element, property, message, why, todo, at, related, fixes, phase } = finding;
  return {
    rule,
    page: rulePage(rule),
    severity,
    ...(element !== undefined && { element }),
    ...(property !== undefined && { property }),
    ...(phase && { phase }),
    ...(resolvedBy.length > 0 && { resolvedBy }),
    message,
    why,
    todo,
    ...placeObject(at, checked),
    related: related.map((each) => ({ message: each.message, ...placeObject(each.at, checked) })),
    fixes: fixes.map((fix) => fixObject(fix, model, checked)),
  };
}

function allowedObject({ finding, allow }: Allowed, model: OrgModel, checked: Checked): object {
  return {
    ...findingObject(finding, model, checked),
    allowedAt: placeObject(allow.at, checked),
    ...(allow.because !== undefined && { because: allow.because }),
  };
}

/** `choose` is the part of the new text that the reader has to replace. */
function fixObject(fix: Fix, model: OrgModel, checked: Checked): object {
  const edits = textEditsOf(model, fix, (uri) => checked.texts.get(uri)) ?? [];
  return {
    title: fix.title,
    safe: fix.safe,
    edits: edits.map(({ at, text, choose }) => ({
      ...placeObject(at, checked),
      text,
      ...(choose && { choose: text.slice(...choose) }),
    })),
  };
}

function placeObject(at: Finding['at'], checked: Checked): object {
  const end = { line: at.endLine + 1, column: at.endColumn + 1 };
  return { file: checked.show(at.uri), start: positionOf(at), end };
}
