import { rules } from '@mktorg/rules';
import type { Draft } from './items.ts';

/** Ids of rules that a model may set, or that an element may allow. */
export function ruleDrafts(where: 'allow' | 'setting'): Draft[] {
  return rules
    .filter(({ id }) => !id.startsWith('integrity/') && !id.startsWith('settings/'))
    .map(({ id, summary, rationale, severity }) => ({
      label: id,
      kind: 'rule',
      detail: severity,
      documentation: `${summary}\n\n${rationale}`,
      snippet: where === 'allow' ? `${id} because "$1"` : `${id} `,
      rank: '0',
      ...(where === 'setting' && { suggest: true as const }),
    }));
}

export function optionDrafts(rule: string): Draft[] {
  const info = rules.find(({ id }) => id === rule);
  return Object.entries(info?.options ?? {}).map(([label, option]) => ({
    label,
    kind: 'statement',
    detail: `${option.default} by default`,
    documentation: option.doc,
    snippet: `${label} \${1:${option.default}}`,
    rank: '0',
  }));
}
