import { isLensName } from '@mktorg/chart';
import type { ChartChoice, CompareChoice } from '../protocol.ts';

/** A choice that was kept as data; undefined where it is none, such as one of another version. */
export function choiceOf(kept: unknown): ChartChoice | undefined {
  const fields = fieldsOf(kept);
  const lens = fields.get('lens');
  if (!isLensName(lens)) return undefined;
  const [root, of, depth] = [fields.get('root'), fields.get('of'), fields.get('depth')];
  const show = [...fieldsOf(fields.get('show'))].filter(([, shown]) => typeof shown === 'boolean');
  return {
    lens,
    collapsed: texts(fields.get('collapsed')),
    expanded: texts(fields.get('expanded')),
    show: Object.fromEntries(show),
    ...(typeof root === 'string' && { root }),
    ...(typeof of === 'string' && { of }),
    ...(typeof depth === 'number' && { depth }),
    ...(fields.get('focus') === true && { focus: true }),
    ...compareOf(fieldsOf(fields.get('compare'))),
  };
}

function compareOf(fields: ReadonlyMap<string, unknown>): { readonly compare?: CompareChoice } {
  const [ref, from, to] = [fields.get('ref'), fields.get('from'), fields.get('to')];
  switch (fields.get('with')) {
    case 'revision':
      return typeof ref === 'string' ? { compare: { with: 'revision', ref } } : {};
    case 'phases':
      return {
        compare: {
          with: 'phases',
          ...(typeof from === 'string' && { from }),
          ...(typeof to === 'string' && { to }),
        },
      };
    default:
      return {};
  }
}

export function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(typeof value === 'object' && value !== null ? value : {}));
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
