import type { Change, Json } from '@mktorg/model';
import type { Part } from './part.ts';

/** What is said differently of exchange rates, or of how rules are set. */
export function settingsPart(change: Extract<Change, { type: 'settings' }>): Part {
  const say = (value: unknown): string => {
    const get = (key: string): string => String(Reflect.get(Object(value), key) ?? '');
    if (change.field === 'rates') return `${get('from')} ${get('value')} ${get('to')}`;
    const because = get('because');
    const options: object = Object(Reflect.get(Object(value), 'options'));
    const stated = Object.entries(options).map(([option, set]) => ` ${option} ${String(set)}`);
    return `${get('rule')} ${get('severity')}${stated.join('')}${because === '' ? '' : ` because ${because}`}`;
  };
  return {
    tier: 'commitment',
    label: change.field,
    minus: change.minus.map(say),
    plus: change.plus.map(say),
    field: change.field,
    values: { minus: change.minus.map(settingOf), plus: change.plus.map(settingOf) },
  };
}

/** A rate or a setting of a rule without its place. */
function settingOf(value: unknown): Json {
  const kept: { [key: string]: Json } = {};
  for (const [key, inner] of Object.entries(Object(value) as object)) {
    const isPlain = typeof inner === 'string' || typeof inner === 'number' || typeof inner === 'boolean';
    if (isPlain) kept[key] = inner;
    else if (key !== 'at' && typeof inner === 'object') kept[key] = settingOf(inner);
  }
  return kept;
}
