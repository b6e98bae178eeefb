import type { Element, ElementId, Gone, Loss, OrgModel } from '@mktorg/model';
import { find, findPlanned, kindNoun, label } from '@mktorg/model';
import { defineRule } from '../define-rule.ts';
import { nameIn } from '../naming.ts';
import { type Outcome, outcomesOf } from '../planning.ts';
import type { Context, Options, Report } from '../rule.ts';
import { quote, several } from '../wording.ts';

export const rule = defineRule({
  id: 'integrity/used-after-retired',
  summary: 'A use of what a phase has removed, retired or merged away.',
  rationale:
    'Phases apply in the order in which they stand. What is gone cannot be moved or changed any more, and whoever still works with it stands there without: a process whose step goes by a retired platform does not run.',
  source: 'What a plan in phases means: nothing disappears silently.',
  judgement:
    'Found is what a phase says of something that is gone by then, and what goes without a successor while something still works with it: steps done by it or with it, an intake, programs that run on it, platforms that exchange data with it, initiatives that draw on it or are sponsored by it, committees that it chairs, teams and roles that need it. Of an owner or a lead that goes, the rules about owners and leads speak at that phase; where it served, led to or took part, that simply ends.',
  judged: 'with phases',
  subjects: ['plan'],
  reach: 'model',
  clean: [
    `team desk "Email desk"
platform mail "Email" { owner desk }
platform letters "Letterpost" { owner desk }
process price-notice "Price notice" { step send by desk via letters }
plan rebuild "Rebuild" {
  phase found "Found" { retire letters replaced by mail }
  phase scale "Scale" { change mail { used by +desk } }
}
`,
  ],
  findings: [
    {
      source: `team desk "Email desk"
platform letters "Letterpost" { owner desk }
plan rebuild "Rebuild" {
  phase found "Found" { retire letters because "Nobody opens letters" }
  phase scale "Scale" { change ⟦letters⟧ { used by +desk } }
}
`,
      says: '“Scale” speaks of “Letterpost”, which “Found” has retired.',
    },
    {
      source: `team desk "Email desk"
platform letters "Letterpost" { owner desk }
process price-notice "Price notice" { owner desk  step send by desk via letters }
plan rebuild "Rebuild" {
  phase found "Found" { retire ⟦letters⟧ because "Nobody opens letters" }
}
`,
      says: '“Found” retires “Letterpost”, and the step “send” is still done with it.',
    },
  ],
  check(plan, ctx) {
    for (const outcome of outcomesOf(ctx.model, plan)) {
      reportMentions(outcome, ctx);
      reportLosses(outcome, ctx);
    }
  },
});

function reportMentions({ phase, untimely, gone }: Outcome, ctx: Context<Options>): void {
  for (const { type, id, at, phase: earlier, phaseAt } of untimely) {
    if (type !== 'gone') continue;
    const name = nameOf(ctx.model, id);
    const went = gone.get(id);
    const successor = went?.successor === undefined ? undefined : nameOf(ctx.model, went.successor);
    const who = earlier.id === phase.id ? 'the same phase' : quote(label(earlier));
    ctx.report({
      at,
      element: phase.id,
      property: id,
      message: {
        what: `${quote(label(phase))} speaks of ${name}, which ${who} has ${went ? said[went.how].done : 'taken away'}.`,
        why: 'It is gone by then, so the phase does less than it says.',
        todo: successor
          ? `Speak of ${successor}, which stands in its place, or take it away later.`
          : 'Speak of what stands in its place, or take it away later.',
      },
      related: [{ message: `${name} goes here.`, at: phaseAt }],
    });
  }
}

const said: { readonly [how in Gone['how']]: { readonly now: string; readonly done: string } } = {
  removed: { now: 'removes', done: 'removed' },
  retired: { now: 'retires', done: 'retired' },
  merged: { now: 'merges', done: 'merged away' },
};

/** What goes and is worked with, once for each line of the phase that takes it away. */
function reportLosses(outcome: Outcome, ctx: Context<Options>): void {
  const { phase, losses, gone } = outcome;
  const uses = losses.flatMap((loss) => use(loss, outcome, ctx.model) ?? []);
  for (const [target, list] of Map.groupBy(uses, ({ loss }) => loss.target)) {
    const how = gone.get(target);
    if (!how) continue;
    ctx.report({
      at: how.at,
      element: phase.id,
      property: `loss ${target}`,
      message: {
        what: `${quote(label(phase))} ${said[how.how].now} ${nameOf(ctx.model, target)}, and ${several(
          list.map(({ says }) => says),
          3,
        )}.`,
        why: 'Whoever works with it stands there without, from this phase on.',
        todo: advice(how),
      },
      related: related(list),
    });
  }
}

function advice({ how }: Gone): string {
  return how === 'retired'
    ? 'Say what stands in its place, `retire … replaced by …`, or change in this phase what works with it.'
    : 'Merge it into what takes its place, or change in this phase what works with it.';
}

interface Used {
  readonly loss: Loss;
  readonly says: string;
}

function use(loss: Loss, { model }: Outcome, today: OrgModel): Used | undefined {
  const element = find(model, loss.element) ?? findPlanned(today, loss.element);
  const says = element && phrases[loss.field]?.(element);
  return says === undefined ? undefined : { loss, says };
}

function related(uses: readonly Used[]): NonNullable<Report['related']> {
  return uses.slice(0, 10).map(({ loss, says }) => ({
    message: `${says.charAt(0).toUpperCase()}${says.slice(1)}.`,
    at: loss.at,
  }));
}

function called(element: Element): string {
  return `the ${kindNoun(element.kind)} ${quote(label(element))}`;
}

/** By field: what works with it. Fields that are not here are owners and leads, or end with what they name. */
const phrases: { readonly [field: string]: ((element: Element) => string) | undefined } = {
  by: (element) => `${called(element)} is still done by it`,
  via: (element) => `${called(element)} is still done with it`,
  intake: (element) => `requests for ${called(element)} still come in through it`,
  runsOn: (element) => `${called(element)} still runs on it`,
  integrates: (element) => `${called(element)} still exchanges data with it`,
  drawsOn: (element) => `${called(element)} still draws on it`,
  needs: (element) => `${called(element)} still needs it`,
  chair: (element) => `${called(element)} is still chaired by it`,
  sponsor: (element) => `${called(element)} is still sponsored by it`,
};

function nameOf(model: OrgModel, id: ElementId): string {
  const element = findPlanned(model, id);
  return quote(element ? label(element) : nameIn(id));
}
