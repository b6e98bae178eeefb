import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportingLens } from '../lens/reporting.ts';
import { organizationOf } from '../testing/organization.ts';
import { randomOrganization } from '../testing/random-organization.ts';
import { partsOf, sizeGroup } from './sizing.ts';

describe('an arrangement', () => {
  it('is the same whatever heights were tried before', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 1, max: 60 }),
        fc.array(fc.integer({ min: 100, max: 4000 }), { minLength: 2, maxLength: 5 }),
        (seed, size, limits) => {
          const model = organizationOf(randomOrganization(seed, size));
          const { roots } = reportingLens(model, { lens: 'reporting', show: { platforms: true } });
          const parts = partsOf(roots);
          for (const limit of limits) {
            expect(sizeGroup(parts, limit, 'apart')).toEqual(sizeGroup(partsOf(roots), limit, 'apart'));
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
