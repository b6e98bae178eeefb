import type { ElementId, OrgModel, Platform } from '@mktorg/model';
import { findAs, label, statusOf } from '@mktorg/model';
import { defineModelRule } from '../define-rule.ts';
import { named } from '../naming.ts';
import type { Context } from '../rule.ts';
import { count, quote, several } from '../wording.ts';

const options = {
  many: {
    default: 8,
    doc: "The most findings about one category; where there are more, one finding stands for all of them. This project's own.",
  },
};

export const rule = defineModelRule({
  id: 'platform/overlap',
  summary: 'Two live platforms of one category for the same part of the business.',
  rationale:
    'The same tool bought twice costs twice, splits the data, and makes people ask which one is the right one. It is the usual trace of purchases in silos.',
  source: 'Practitioners: decentralized teams buy the same tool twice.',
  judgement:
    'A platform without a scope is for the whole organization and meets every other one of its category; two with scopes meet where they share a region or business line. Only live platforms count, and none that a phase of a plan retires, removes or merges. Reported at each platform but the first of those that meet; of a category with very many, once.',
  options,
  clean: [
    `region emea "EMEA"
region apac "APAC"
platform mail-emea "Email EMEA" is email in emea { owner desk  used by desk }
platform mail-apac "Email APAC" is email in apac { owner desk  used by desk }
team desk "Email desk"
`,
    `team desk "Email desk"
platform mail "Email" is email { owner desk  used by desk }
platform old-mail "Old email" is email { owner desk  used by desk  status retiring }
`,
    `team desk "Email desk"
platform mail "Email" is email { owner desk  used by desk }
platform old-mail "Old email" is email { owner desk  used by desk }
plan tidy "Tidy up" {
  phase one "One" from 2027-01 to 2027-06 { retire old-mail replaced by mail }
}
`,
  ],
  findings: [
    {
      source: `region emea "EMEA"
team desk "Email desk"
platform mail "Email" is email { owner desk  used by desk }
platform ⟦mail-emea⟧ "Email EMEA" is email in emea { owner desk  used by desk }
`,
      says: '“Email EMEA” and “Email” are both live platforms for Email, and both serve “EMEA”.',
    },
    {
      source: `team desk "Email desk"
platform mail "Email" is email { owner desk  used by desk }
platform ⟦letters⟧ "Newsletter tool" is email { owner desk  used by desk }
`,
      says: '“Newsletter tool” and “Email” are both live platforms for Email.',
    },
  ],
  reads(element) {
    if (element.kind === 'region' || element.kind === 'business-line') return element.title;
    if (element.kind === 'phase') return element.changes;
    return element.kind === 'platform' && element.term
      ? [element.term, element.scope, element.status]
      : undefined;
  },
  check(model, ctx) {
    const overlaps = Map.groupBy(overlapsIn(model), ({ category }) => category);
    for (const inCategory of overlaps.values()) {
      const [first] = inCategory;
      if (first && inCategory.length > ctx.options.many) reportAll(first, inCategory, ctx);
      else for (const overlap of inCategory) report(overlap, ctx);
    }
  },
});

/** A platform with the first one before it that it meets. */
interface Overlap {
  readonly platform: Platform;
  readonly other: Platform;
  readonly category: ElementId;
}

function overlapsIn(model: OrgModel): readonly Overlap[] {
  const overlaps: Overlap[] = [];
  const leaving = leavingIds(model);
  const seen = new Map<ElementId, Seen>();
  for (const platform of model.byKind.platform) {
    const category = platform.term?.id;
    if (category === undefined || statusOf(platform) !== 'live' || leaving.has(platform.id)) continue;
    const earlier = seen.get(category) ?? { byScope: new Map() };
    seen.set(category, earlier);
    const other = meeting(platform, earlier);
    if (other) overlaps.push({ platform, other, category });
    enter(platform, earlier);
  }
  return overlaps;
}

/** The platforms of one category so far: the first of all, the first for the whole organization, the first by scope. */
interface Seen {
  any?: Platform;
  everywhere?: Platform;
  readonly byScope: Map<ElementId, Platform>;
}

function meeting(platform: Platform, earlier: Seen): Platform | undefined {
  if (platform.scope.length === 0) return earlier.any;
  const local = platform.scope.map(({ id }) => earlier.byScope.get(id)).find((each) => each !== undefined);
  return earlier.everywhere ?? local;
}

function enter(platform: Platform, into: Seen): void {
  into.any ??= platform;
  if (platform.scope.length === 0) into.everywhere ??= platform;
  for (const { id } of platform.scope) if (!into.byScope.has(id)) into.byScope.set(id, platform);
}

/** What a phase takes away. */
function leavingIds(model: OrgModel): ReadonlySet<ElementId> {
  const ids = new Set<ElementId>();
  for (const phase of model.byKind.phase) {
    for (const { type, what } of phase.changes) {
      if (type === 'retire' || type === 'remove' || type === 'merge') for (const { id } of what) ids.add(id);
    }
  }
  return ids;
}

const advice = {
  why: 'The same tool bought twice costs twice and splits the data.',
  todo: 'Retire one of them, give them scopes that do not meet, or say why both stay: `allow platform/overlap because "…"`.',
};

function report({ platform, other, category }: Overlap, ctx: Context<typeof options>): void {
  const { model } = ctx;
  const scope = sharedScope(platform, other);
  ctx.report({
    at: platform.nameAt,
    element: platform.id,
    also: [other.id],
    property: 'category',
    message: {
      what: [
        `${quote(label(platform))} and ${quote(label(other))} are both live platforms for ${categoryName(model, category)}`,
        ...(scope === undefined ? [] : [`, and both serve ${named(model, scope)}`]),
        '.',
      ].join(''),
      ...advice,
    },
    related: [{ message: `${quote(label(other))} stands here.`, at: other.nameAt }],
  });
}

function reportAll(first: Overlap, overlaps: readonly Overlap[], ctx: Context<typeof options>): void {
  const { platform, other, category } = first;
  const names = [other, ...overlaps.map((overlap) => overlap.platform)].map((each) => quote(label(each)));
  ctx.report({
    at: platform.nameAt,
    element: platform.id,
    also: [other.id],
    property: 'category',
    message: {
      what: `${count(names.length, 'platform')} for ${categoryName(ctx.model, category)} are live and meet: ${several(names, 6)}.`,
      ...advice,
    },
    related: [other, ...overlaps.slice(1, 20).map((overlap) => overlap.platform)].map((each) => ({
      message: `${quote(label(each))} stands here.`,
      at: each.nameAt,
    })),
  });
}

function categoryName(model: OrgModel, id: ElementId): string {
  const term = findAs(model, id, 'category');
  return term ? label(term) : id;
}

function sharedScope(a: Platform, b: Platform): ElementId | undefined {
  if (a.scope.length === 0) return b.scope[0]?.id;
  if (b.scope.length === 0) return a.scope[0]?.id;
  return a.scope.find(({ id }) => b.scope.some((each) => each.id === id))?.id;
}
