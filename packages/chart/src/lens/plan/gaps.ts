import type { GapsOfPhase, PlanGap } from '@mktorg/model';
import type { Fact } from '../diagram.ts';
import { counted } from '../words.ts';
import { alert, plain } from './standing.ts';

/** What is missing today, of what the plan brings, plans or needs. */
export function gapsToday(missing: readonly PlanGap[]): readonly Fact[] {
  if (missing.length === 0) return [plain('nothing missing')];
  return [{ text: `${missing.length} missing`, style: 'detail', most: 1 }, ...byKind(missing).map(plain)];
}

/** What of it is there after a phase, what is on its way, what is new, and how much is left. */
export function gapsAfter({ closed, sourced, opened, left }: GapsOfPhase): readonly Fact[] {
  const closes = byKind(closed).map((text): Fact => ({ text: `closes ${text}`, style: 'mark', most: 4 }));
  return [
    ...closes,
    ...(sourced.length > 0 ? [plain(`to come: ${names(sourced)}`)] : []),
    ...(opened.length > 0 ? [alert(`opens ${byKind(opened).join('; ')}`)] : []),
    plain(left.length === 0 ? 'none left' : `${counted(left.length, 'gap')} left`),
  ];
}

const words: { readonly [kind in PlanGap['kind']]: readonly [one: string, many: string] } = {
  platform: ['platform', 'platforms'],
  skill: ['skill', 'skills'],
  capability: ['capability', 'capabilities'],
};

/** `platforms: Work board, CDP`, for each kind that occurs. */
function byKind(gaps: readonly PlanGap[]): readonly string[] {
  return [...Map.groupBy(gaps, ({ kind }) => kind)].map(([kind, some]) => {
    const [one, many] = words[kind];
    return `${some.length === 1 ? one : many}: ${names(some)}`;
  });
}

function names(gaps: readonly PlanGap[]): string {
  return gaps.map(({ name }) => name).join(', ');
}
