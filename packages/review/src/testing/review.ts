import { organizationOf } from '../../../model/src/testing/organization.ts';
import type { ReviewDocument } from '../document.ts';
import { bodyOf } from '../document.ts';
import type { Guards } from '../guards.ts';
import type { Review, ReviewOptions } from '../review.ts';
import { review } from '../review.ts';

type Texts = string | { readonly [file: string]: string };

export function reviewOfTexts(before: Texts, after: Texts, options: Partial<ReviewOptions> = {}): Review {
  return review(organizationOf(before), organizationOf(after), { today: '2026-11-01', ...options });
}

/** The review as the command line would hand it on. */
export function documentOf(reviewed: Review, guards: Guards = {}): ReviewDocument {
  return {
    format: 'mktorg/review',
    version: 1,
    tool: { name: 'mktorg', version: '0.0.0' },
    from: 'main',
    to: 'branch',
    today: '2026-11-01',
    organizations: [
      {
        status: 'compared',
        name: reviewed.after.name,
        root: '.',
        ...bodyOf(
          reviewed,
          ({ uri, line, column }) => ({
            file: uri.slice(uri.lastIndexOf('/') + 1),
            line: line + 1,
            column: column + 1,
          }),
          guards,
        ),
      },
    ],
  };
}
