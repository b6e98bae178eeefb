import type { OrgModel, Property } from '@mktorg/model';
import { escapeMarkdown } from '../../text/markdown.ts';
import { conceptOf, partDocs } from '../documentation.ts';
import type { Draft } from './items.ts';

/** Words of a fixed set, or those that the model uses. */
export function wordDrafts(model: OrgModel, property: Property): Draft[] {
  if (property.keyword === 'currency') return currencyDrafts(model);
  if (property.keyword === 'tags')
    return [...tagsOf(model)].map((tag) => word(tag, 'a tag of this organization'));
  return Object.entries(property.words ?? {}).map(([name, doc]) => {
    const concept = conceptOf(model, name);
    return {
      ...word(name, property.keyword),
      documentation: [doc, concept ?? ''].filter(Boolean).map(escapeMarkdown).join('\n\n'),
    };
  });
}

function word(label: string, detail: string): Draft {
  return { label, kind: 'word', detail, snippet: label, rank: '1' };
}

function tagsOf(model: OrgModel): ReadonlySet<string> {
  const tags = new Set<string>();
  for (const element of model.elements.values()) for (const tag of element.tags) tags.add(tag.value);
  return tags;
}

const common = [
  'EUR',
  'USD',
  'GBP',
  'CHF',
  'JPY',
  'CNY',
  'INR',
  'IDR',
  'TWD',
  'AED',
  'BRL',
  'AUD',
  'CAD',
  'SGD',
];

/** Those that the model knows first. */
export function currencyDrafts(model: OrgModel): Draft[] {
  const own = new Set<string>();
  const { organization } = model;
  for (const code of [
    organization?.currency?.value,
    organization?.budget?.currency,
    organization?.revenue?.currency,
  ]) {
    if (code !== undefined) own.add(code.toUpperCase());
  }
  for (const { from, to } of model.rates) own.add(from).add(to);
  for (const kind of ['team', 'platform', 'program', 'partner', 'initiative'] as const) {
    for (const element of model.byKind[kind]) {
      if ('cost' in element && element.cost) own.add(element.cost.currency);
      if ('budget' in element && element.budget) own.add(element.budget.currency);
    }
  }
  const known = [...own].map((code) => ({ ...word(code, 'a currency of this organization'), rank: '0' }));
  return [...known, ...common.filter((code) => !own.has(code)).map((code) => word(code, 'currency'))];
}

export function periodDrafts(): Draft[] {
  return ['year', 'quarter', 'month'].map((period) => word(period, 'period'));
}

export function severityDrafts(): Draft[] {
  const severities = [
    ['error', 'Fails a check.'],
    ['warning', 'To be looked at.'],
    ['info', 'Worth knowing.'],
    ['off', 'The rule does not run.'],
  ] as const;
  return severities.map(([label, documentation]) => ({ ...word(label, 'severity'), documentation }));
}

export function durationDrafts(): Draft[] {
  return ['1 day', '2 days', '1 week', '2 weeks', '4 hours'].map((label) => ({
    ...word(label, 'time'),
    kind: 'value',
  }));
}

export function timeUnitDrafts(): Draft[] {
  return ['minutes', 'hours', 'days', 'weeks', 'months'].map((label) => word(label, 'time'));
}

export function shareDrafts(): Draft[] {
  return ['10%', '20%', '50%', '100%'].map((label) => ({
    ...word(label, 'of one full-time seat'),
    kind: 'value',
  }));
}

/** Ends of the quarters and years that come next, as seen from an ISO date. */
export function momentDrafts(today: string): Draft[] {
  const year = Number(today.slice(0, 4));
  const quarter = Math.ceil(Number(today.slice(5, 7)) / 3);
  const drafts: Draft[] = [];
  const add = (label: string, detail: string): void => {
    drafts.push({
      label,
      kind: 'value',
      detail,
      snippet: label,
      rank: String.fromCharCode(97 + drafts.length),
    });
  };
  for (let next = 0; next < 4; next++) {
    const count = quarter - 1 + next;
    const [y, q] = [year + Math.floor(count / 4), (count % 4) + 1];
    add(`${y}-${['03-31', '06-30', '09-30', '12-31'][q - 1]}`, `end of quarter ${q}`);
    add(`${y}-Q${q}`, 'a quarter');
  }
  add(String(year), 'this year');
  add(String(year + 1), 'next year');
  return drafts;
}

/** A text to be written. */
export function textDraft(what: string): Draft {
  return { label: '"…"', kind: 'text', detail: what, snippet: '"$1"', filter: '"', rank: '0' };
}

/** Words that open a further part of a statement. */
export function keywordDrafts(words: readonly string[]): Draft[] {
  return words.map((label) => ({
    label,
    kind: 'keyword',
    detail: partDocs[label] ?? '',
    snippet: label === 'because' ? 'because "$1"' : label === 'approval' ? label : `${label} `,
    rank: '0',
    ...(label !== 'because' && { suggest: true as const }),
  }));
}
