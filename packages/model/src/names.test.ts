import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ElementKind } from './kinds.ts';
import { LayeredMap } from './layered-map.ts';
import { NameTable, resolveName } from './names.ts';
import { kindOf, pathOf } from './namesakes.ts';
import { shortestIn } from './shortest-name.ts';

const kinds: readonly ElementKind[] = ['team', 'role', 'function'];
const segment = fc.constantFrom('a', 'b', 'c', 'a-b', 'aa');
const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => segments.join('.'));
const id = fc.tuple(fc.constantFrom('team', 'role'), path).map(([kind, at]) => `${kind}:${at}`);

/** What the rules for names say, in as many words. */
function plainly(ids: readonly string[], name: string, scope: string, allowed: readonly string[]) {
  const ending = (some: readonly string[]) =>
    some.filter((at) => pathOf(at) === name || at.endsWith(`.${name}`));
  const suiting = ending(ids.filter((at) => allowed.includes(kindOf(at))));
  if (suiting.length === 0) return ending(ids).length > 0 ? 'wrong-kind' : 'unresolved';
  if (suiting.length === 1) return suiting[0];
  const around =
    scope === '' ? [] : scope.split('.').map((_, index, all) => all.slice(0, all.length - index).join('.'));
  for (const outer of [...around.map((at) => `${at}.${name}`), name]) {
    const here = suiting.filter((at) => pathOf(at) === outer);
    if (here.length > 0) return here.length === 1 ? here[0] : 'ambiguous';
  }
  return 'ambiguous';
}

describe('a table of names', () => {
  it('finds what the rules say, among few and among many', () => {
    const ids = fc.uniqueArray(id, { maxLength: 60 });
    const allowed = fc.subarray(['team', 'role'] as const, { minLength: 1 });
    fc.assert(
      fc.property(ids, path, path, allowed, (all, name, scope, some) => {
        const table = NameTable.over().with(all, []);
        const found = resolveName(table, name, scope, some);
        expect(found.type === 'found' ? found.id : found.type).toBe(plainly(all, name, scope, some));
      }),
      { numRuns: 500 },
    );
  });

  it('is the same however it came about', () => {
    const edits = fc.array(
      fc.tuple(fc.uniqueArray(id, { maxLength: 20 }), fc.uniqueArray(id, { maxLength: 20 })),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(edits, (steps) => {
        let table = NameTable.over();
        const all = new Set<string>();
        for (const [come, gone] of steps) {
          const going = gone.filter((one) => !come.includes(one));
          table = table.with(come, going);
          for (const one of going) all.delete(one);
          for (const one of come) all.add(one);
        }
        const clean = NameTable.over().with(all, []);
        const lasts = [...clean.lastNames()].sort();
        expect([...table.lastNames()].sort()).toEqual(lasts);
        for (const last of lasts) expect(table.idsOf(last)).toEqual(clean.idsOf(last));
      }),
    );
  });

  it('names everything so that it is found again', () => {
    fc.assert(
      fc.property(fc.uniqueArray(id, { minLength: 1, maxLength: 40 }), path, (all, scope) => {
        const table = NameTable.over().with(all, []);
        for (const one of all) {
          const name = shortestIn(table, one, scope, kinds);
          if (name === undefined) {
            // Only what shares its whole path, or is hidden by what stands nearer, has no name.
            const found = resolveName(table, pathOf(one), scope, kinds);
            expect(found).not.toEqual({ type: 'found', id: one });
          } else expect(resolveName(table, name, scope, kinds)).toEqual({ type: 'found', id: one });
        }
      }),
    );
  });
});

describe('a layered map', () => {
  it('is a map whose older versions stay', () => {
    const changes = fc.array(
      fc.dictionary(fc.constantFrom(...'abcdefghij'), fc.option(fc.nat(9), { nil: undefined })),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(fc.nat(400), changes, (size, steps) => {
        const start = Array.from({ length: size }, (_, index) => [`${index}`, index] as const);
        const versions = [{ map: LayeredMap.of(new Map(start)), plain: new Map<string, number>(start) }];
        for (const step of steps) {
          const latest = versions.at(-1);
          if (!latest) continue;
          const plain = new Map(latest.plain);
          for (const [key, value] of Object.entries(step)) {
            if (value === undefined) plain.delete(key);
            else plain.set(key, value);
          }
          versions.push({ map: latest.map.with(new Map(Object.entries(step))), plain });
        }
        for (const { map, plain } of versions) {
          expect([...map.keys()].sort()).toEqual([...plain.keys()].sort());
          for (const key of 'abcdefghij') expect(map.get(key)).toBe(plain.get(key));
        }
      }),
    );
  });
});
