import type { Phase, PlanOutcome } from '@mktorg/model';
import { label } from '@mktorg/model';
import { blankBox } from '../blank-box.ts';
import type { Fact } from '../diagram.ts';
import type { Time, TimelineAxis } from '../timeline.ts';
import { counted } from '../words.ts';

export function timeOf({ from, to }: Phase): Time | undefined {
  if (!from && !to) return undefined;
  return { ...(from && { from: from.from }), ...(to && { to: to.to }) };
}

export function datesOf({ from, to }: Phase): string {
  if (from && to) return from.text === to.text ? from.text : `${from.text} – ${to.text}`;
  return from ? `from ${from.text}` : to ? `until ${to.text}` : '';
}

export function spanOf(outcomes: readonly PlanOutcome[]): string {
  const from = outcomes.flatMap(({ phase }) => phase.from ?? []).at(0);
  const to = outcomes.flatMap(({ phase }) => phase.to ?? []).at(-1);
  if (!from || !to) return '';
  return from.text === to.text ? from.text : `${from.text} – ${to.text}`;
}

/** The phases that say when they begin and end, to scale; nothing where none does. */
export function axisOf(outcomes: readonly PlanOutcome[]): TimelineAxis | undefined {
  const spans = outcomes.flatMap(({ phase: { id, at, from, to, ...phase } }) => {
    if (!from || !to || to.to < from.from) return [];
    const title = label(phase);
    const box = { ...blankBox(`#span:${id}`, 'span', title), source: at, label: `${title}, in time` };
    return [{ box, from: from.from, to: to.to }];
  });
  const from = spans.map((span) => span.from).sort()[0];
  const to = spans
    .map((span) => span.to)
    .sort()
    .at(-1);
  if (from === undefined || to === undefined) return undefined;
  const title = `Time from ${from.slice(0, 7)} to ${to.slice(0, 7)}`;
  return { box: blankBox('#axis', 'axis', title), from, to, spans };
}

const day = 86_400_000;

/** What the columns do not show of time: that phases overlap, or that a while passes between them. */
export function pauseBefore(phase: Phase, before: Phase | undefined): readonly Fact[] {
  if (!phase.from || !before?.to) return [];
  const days = Math.round((Date.parse(phase.from.from) - Date.parse(before.to.to)) / day) - 1;
  if (days < 0) return [{ text: 'starts before the phase before ends', style: 'alert', most: 2 }];
  return days >= 28
    ? [{ text: `${counted(Math.round(days / 30.4), 'month')} later`, style: 'meta', most: 1 }]
    : [];
}

/** The column of the phase in which a day falls; after the last one where it is later, or nobody says which. */
export function columnOf(outcomes: readonly PlanOutcome[], date: string | undefined): number {
  const end = outcomes.length + 1;
  if (date === undefined) return end;
  const index = outcomes.findIndex(({ phase }) => phase.to !== undefined && date <= phase.to.to);
  return index < 0 ? end : index + 1;
}
