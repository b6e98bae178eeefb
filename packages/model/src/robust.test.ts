import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportModel } from './export/export-model.ts';
import {
  costOf,
  headcount,
  operatingModel,
  people,
  reportingChain,
  reportingCycles,
  span,
  stackLayers,
} from './index.ts';
import { allocations } from './queries/allocation.ts';
import { dataOf } from './testing/data.ts';
import { everything } from './testing/everything.ts';
import { organizationOf } from './testing/organization.ts';

/** The text of everything with some stretches taken out, as it is while somebody types. */
const broken = fc
  .array(fc.tuple(fc.nat(everything.length), fc.nat(60)), { minLength: 1, maxLength: 4 })
  .map((cuts) => {
    let text = everything;
    for (const [start, length] of cuts) text = text.slice(0, start) + text.slice(start + length);
    return text;
  });

describe('text in any state', () => {
  it('makes a model that answers every question', () => {
    fc.assert(
      fc.property(broken, (text) => {
        const model = organizationOf(text);
        const whole = dataOf(model);
        expect(whole.found).toEqual([]);
        for (const role of model.byKind.role) {
          reportingChain(model, role.id);
          span(model, role.id);
        }
        reportingCycles(model);
        people(model);
        allocations(model);
        operatingModel(model);
        stackLayers(model);
        headcount(model);
        costOf(model);
        JSON.stringify(exportModel(model));
        JSON.stringify(exportModel(model, { redactPeople: true }));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps parents before children, and every parent is there', () => {
    fc.assert(
      fc.property(broken, (text) => {
        const model = organizationOf(text);
        const seen = new Set<string>();
        for (const element of model.elements.values()) {
          if (element.parent !== undefined) expect(seen.has(element.parent), element.id).toBe(true);
          seen.add(element.id);
        }
      }),
      { numRuns: 60 },
    );
  });
});
