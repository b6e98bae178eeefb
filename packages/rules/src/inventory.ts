import type { OrgModel, Platform } from '@mktorg/model';
import { statusOf } from '@mktorg/model';

export type Question = 'owner' | 'users';

/** An inventory that answers a question for none of its platforms. */
export interface Silence {
  readonly first: Platform;
  readonly platforms: number;
}

const known = new WeakMap<OrgModel, { readonly [question in Question]: Silence | undefined }>();

/**
 * Whether an inventory of at least `many` platforms that are there leaves a question open for all of them: then that
 * is one thing to say, and not one for each.
 */
export function silenceOn(model: OrgModel, question: Question, many: number): Silence | undefined {
  let answers = known.get(model);
  if (!answers) {
    const platforms = model.byKind.platform.filter(
      (platform) => statusOf(platform) !== 'retired' && statusOf(platform) !== 'planned',
    );
    const [first] = platforms;
    const unless = (isAnswered: (platform: Platform) => boolean): Silence | undefined =>
      first && !platforms.some(isAnswered) ? { first, platforms: platforms.length } : undefined;
    answers = {
      owner: unless(({ owner }) => owner !== undefined),
      users: unless(({ uses }) => uses.length > 0),
    };
    known.set(model, answers);
  }
  const silence = answers[question];
  return silence && silence.platforms >= many ? silence : undefined;
}

/** What of it the findings about a platform depend on. */
export function silenceKey(model: OrgModel, question: Question): string {
  const silence = silenceOn(model, question, 0);
  return silence ? `${silence.first.id} ${silence.platforms}` : '';
}

export const silenceOption = {
  default: 10,
  doc: "From how many platforms on, where the answer is missing for all of them, one finding stands for all; this project's own.",
} as const;
