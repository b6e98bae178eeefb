import { headcount, type OrgModel } from '@mktorg/model';
import { type Review, review } from '@mktorg/review';
import { checkPhases, createChecker, type Finding } from '@mktorg/rules';
import type { Pair } from './pairs.ts';

/** Two states of organizations, compared: what every output of it is made of. */
export interface Comparison {
  /** What the two states are called: `main (1f3a9c2e)`, `the working tree`, `today`. */
  readonly from: string;
  readonly to: string;
  /** ISO date of the day on which both are judged. */
  readonly today: string;
  readonly redacted: boolean;
  readonly organizations: readonly Compared[];
}

/** An organization that is there before and after, or one that came or went. */
export type Compared =
  | {
      readonly status: 'compared';
      readonly name: string;
      /** Uri of its folder, or of its file. */
      readonly root: string;
      readonly review: Review;
    }
  | {
      readonly status: 'came' | 'went';
      readonly name: string;
      readonly root: string;
      readonly seats: number;
      readonly teams: number;
    };

export interface CompareOptions {
  readonly today: string;
  readonly redact?: 'people';
}

/** What a comparison says of how it was made. */
export function settingsOf({ today, redact }: CompareOptions): Pick<Comparison, 'today' | 'redacted'> {
  return { today, redacted: redact === 'people' };
}

/** Compares an organization with itself at another time. */
export function comparePair({ before, after }: Pair, options: CompareOptions): readonly Compared[] {
  if (before && after) {
    return [{ status: 'compared', ...namesOf(after), review: reviewPair(before, after, options) }];
  }
  const model = before ?? after;
  if (!model) return [];
  return [
    {
      status: after ? 'came' : 'went',
      ...namesOf(model),
      seats: headcount(model).seats,
      teams: model.byKind.team.length,
    },
  ];
}

function reviewPair(before: OrgModel, after: OrgModel, { today, redact }: CompareOptions): Review {
  if (redact) return review(before, after, { today, redact });
  // What did not change between the two is judged once.
  const checker = createChecker();
  const judged = (model: OrgModel): readonly Finding[] => {
    const { findings } = checker.check(model, { today });
    return [...findings, ...checkPhases(model, { today }, findings).flatMap(({ fresh }) => fresh)];
  };
  const checked = { before: judged(before), after: judged(after) };
  return review(before, after, { today, checked });
}

function namesOf(model: OrgModel): { readonly name: string; readonly root: string } {
  return { name: model.name, root: model.root };
}

/** Whether anything is different at all. */
export function isChanged({ organizations }: Comparison): boolean {
  return organizations.some((each) => each.status !== 'compared' || each.review.changes.length > 0);
}
