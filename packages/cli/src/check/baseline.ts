import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Finding, findingKey } from '@mktorg/rules';
import { Failure, fileTrouble } from '../failure.ts';
import { uriOf } from '../files/paths.ts';
import { type Checked, type CheckedOrganization, narrowed } from './checked.ts';
import { createFollower } from './follow-element.ts';
import { isTextError } from './text-errors.ts';

/** The findings that an organization has for now, so that only new ones are told. */
export interface Baseline {
  readonly format: 'mktorg/baseline';
  readonly version: 1;
  readonly findings: readonly BaselineEntry[];
}

/** What stays the same of a finding when lines move and numbers change. */
export interface BaselineEntry {
  readonly rule: string;
  readonly element?: string;
  readonly property?: string;
  /** How many are alike; one where absent. */
  readonly count?: number;
}

/** Where the baseline of an organization is: in its folder, or beside its file where it is alone. */
export function baselineFile({ model }: CheckedOrganization): string {
  const root = fileURLToPath(model.root);
  return root.endsWith('.mktorg') ? `${root}-baseline.json` : `${root}/mktorg-baseline.json`;
}

/**
 * A check without what baselines accept.
 * @param found all that was found, where the check tells only some of it: whether entries are stale depends on all
 */
export function withoutAccepted(checked: Checked, found: Checked = checked): Checked {
  const all = new Map(found.organizations.map((each) => [each.model, each]));
  return {
    ...checked,
    organizations: checked.organizations.map((each) => {
      const file = baselineFile(each);
      const baseline = readBaseline(file);
      if (!baseline) return each;
      const whole = all.get(each.model) ?? each;
      const { kept, stale } = sifted(whole, baseline);
      return {
        ...narrowed(each, new Set(kept)),
        baseline: {
          file: checked.show(uriOf(file)),
          accepted: whole.findings.length - kept.length,
          stale: stale.length,
        },
      };
    }),
  };
}

/** The findings that a baseline does not hold, errors of text among them, and the entries of it that hold none. */
export function sifted(
  { model, findings }: Pick<CheckedOrganization, 'model' | 'findings'>,
  baseline: Baseline,
): { readonly kept: readonly Finding[]; readonly stale: readonly BaselineEntry[] } {
  const follow = createFollower(model);
  const left = new Map<string, { entry: BaselineEntry; count: number }[]>();
  for (const entry of baseline.findings) {
    const key = keyOf({
      rule: entry.rule,
      ...(entry.element !== undefined && { element: follow(entry.element) }),
      ...(entry.property !== undefined && { property: entry.property.split(' ').map(follow).join(' ') }),
    });
    const room = { entry, count: entry.count ?? 1 };
    const rooms = left.get(key);
    if (rooms) rooms.push(room);
    else left.set(key, [room]);
  }
  const used = new Set<BaselineEntry>();
  const kept = findings.filter((finding) => {
    if (isTextError(finding)) return true;
    const room = left.get(findingKey(finding))?.find(({ count }) => count > 0);
    if (!room) return true;
    room.count -= 1;
    used.add(room.entry);
    return false;
  });
  return { kept, stale: baseline.findings.filter((entry) => !used.has(entry)) };
}

function keyOf({ rule, element = '', property = '' }: BaselineEntry): string {
  return property === '' ? `${rule} ${element}` : `${rule} ${element} ${property}`;
}

/** The baseline in a file; nothing where there is none. */
export function readBaseline(file: string): Baseline | undefined {
  if (!existsSync(file)) return undefined;
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const trouble = error instanceof SyntaxError ? 'it is not JSON' : fileTrouble(error);
    throw new Failure(`${file} cannot be read: ${trouble}.`, ...remedy);
  }
  if (!isBaseline(content))
    throw new Failure(`${file} is no baseline that this version can read.`, ...remedy);
  return content;
}

const remedy = [
  'To write it anew: mktorg check --update-baseline',
  'To go without it: mktorg check --no-baseline',
];

function isBaseline(content: unknown): content is Baseline {
  if (typeof content !== 'object' || content === null) return false;
  const get = (key: string): unknown => Reflect.get(content, key);
  const findings = get('findings');
  return (
    get('format') === 'mktorg/baseline' &&
    get('version') === 1 &&
    Array.isArray(findings) &&
    findings.every(isEntry)
  );
}

function isEntry(entry: unknown): entry is BaselineEntry {
  if (typeof entry !== 'object' || entry === null) return false;
  const get = (key: string): unknown => Reflect.get(entry, key);
  const isText = (key: string): boolean => get(key) === undefined || typeof get(key) === 'string';
  const count = get('count');
  return (
    typeof get('rule') === 'string' &&
    isText('element') &&
    isText('property') &&
    (count === undefined || (Number.isInteger(count) && Number(count) > 0))
  );
}
