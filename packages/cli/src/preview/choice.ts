import { isLensName, type Show } from '@mktorg/chart';
import type { ChartChoice, CompareChoice, PreviewMessage } from '@mktorg/preview';

/** What a page asks of the command; everything else that a preview says, the page does by itself. */
export type PageRequest = Extract<PreviewMessage, { readonly type: 'ready' | 'choose' }>;

export const firstChoice: ChartChoice = { lens: 'reporting', collapsed: [], expanded: [], show: {} };

/** The request in a message that came over the network; undefined where it is none. */
export function requestFrom(text: string): PageRequest | undefined {
  const message = fieldsOf(parsed(text));
  const choice = choiceFrom(message.get('choice'));
  if (message.get('type') === 'ready') return choice ? { type: 'ready', choice } : { type: 'ready' };
  return message.get('type') === 'choose' && choice ? { type: 'choose', choice } : undefined;
}

function choiceFrom(value: unknown): ChartChoice | undefined {
  const fields = fieldsOf(value);
  const lens = fields.get('lens');
  if (!isLensName(lens)) return undefined;
  const [root, of, depth] = [fields.get('root'), fields.get('of'), fields.get('depth')];
  return {
    lens,
    collapsed: strings(fields.get('collapsed')),
    expanded: strings(fields.get('expanded')),
    show: showFrom(fields.get('show')),
    ...(typeof root === 'string' && { root }),
    ...(typeof of === 'string' && { of }),
    ...(typeof depth === 'number' && { depth }),
    ...(fields.get('focus') === true && { focus: true }),
    ...compareFrom(fieldsOf(fields.get('compare'))),
  };
}

function compareFrom(fields: ReadonlyMap<string, unknown>): { readonly compare?: CompareChoice } {
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

function showFrom(value: unknown): Show {
  return Object.fromEntries([...fieldsOf(value)].filter(([, each]) => typeof each === 'boolean'));
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(typeof value === 'object' && value !== null ? value : {}));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
