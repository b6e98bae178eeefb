import type { Allowed, Finding } from '@mktorg/rules';
import { version } from '../version.ts';
import { type Checked, countBySeverity, findingsOf, positionOf } from './checked.ts';

/** Raised when the meaning of a field changes or a field goes; new fields do not raise it. See docs/cli.md. */
export const findingsVersion = 1;

/** The findings for programs. Lines and columns count from 1, columns in UTF-16 units, ends exclusive. */
export function findingsDocument(checked: Checked): object {
  const { organizations, today } = checked;
  return {
    format: 'mktorg-findings',
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
    organizations: organizations.map(({ model, root, seats, findings, allowed }) => ({
      name: model.name,
      root,
      seats,
      files: model.documents.map(checked.show),
      findings: findings.map((finding) => findingObject(finding, checked)),
      allowed: allowed.map((each) => allowedObject(each, checked)),
    })),
  };
}

function findingObject(finding: Finding, checked: Checked): object {
  const { rule, severity, element, property, message, why, todo, at, related, fixes } = finding;
  return {
    rule,
    severity,
    ...(element !== undefined && { element }),
    ...(property !== undefined && { property }),
    message,
    why,
    todo,
    ...placeObject(at, checked),
    related: related.map((each) => ({ message: each.message, ...placeObject(each.at, checked) })),
    fixes: fixes.map(({ title, safe }) => ({ title, safe })),
  };
}

function allowedObject({ finding, allow }: Allowed, checked: Checked): object {
  return {
    ...findingObject(finding, checked),
    allowedAt: placeObject(allow.at, checked),
    ...(allow.because !== undefined && { because: allow.because }),
  };
}

function placeObject(at: Finding['at'], checked: Checked): object {
  const end = { line: at.endLine + 1, column: at.endColumn + 1 };
  return { file: checked.show(at.uri), start: positionOf(at), end };
}
