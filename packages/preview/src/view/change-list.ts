import { make } from '../dom.ts';
import type {
  ComparedChanges,
  ComparedFinding,
  ComparedLine,
  ComparedRow,
  ComparedTarget,
} from '../protocol.ts';
import { said, unseen } from './phrase.ts';

/** Makes something that leads to an element. `targets`: what it is marked for when that is selected. */
export type MakeLink = (
  content: readonly (Node | string)[],
  target: ComparedTarget,
  targets: readonly ComparedTarget[],
) => HTMLElement;

const titles = {
  structural: 'Structure',
  commitment: 'Commitments',
  descriptive: 'Titles and wording',
} as const;
const words = { '+': 'added', '−': 'removed', '→': 'moved', '~': 'changed' } as const;
const signs: { readonly [severity: string]: string } = { error: '×', warning: '!', info: 'i' };
const text = { attributes: { dir: 'auto' } } as const;

/** What is different: entries by tier, what follows from them, and findings. */
export function changeList(changes: ComparedChanges, link: MakeLink): readonly HTMLElement[] {
  const { tiers, effects, findings, unread } = changes;
  const nothing =
    tiers.length === 0 && findings.new.length + findings.accepted.length + findings.fixed.length === 0;
  return [
    ...unread.map(({ message, at, both }) =>
      make(
        'p',
        { class: 'unread', attributes: { dir: 'auto' } },
        `Not compared: ${fileName(at.uri)}, line ${at.line} ${both ? 'before and now' : at.side === 'before' ? 'before' : 'now'}. ${message}`,
      ),
    ),
    ...(nothing && unread.length === 0 ? [make('p', { class: 'same' }, 'Nothing is different.')] : []),
    ...tiers.map(({ tier, changes: number, rows, more }) =>
      section(
        titles[tier],
        number,
        make('ul', { class: 'rows' }, ...rows.map((row) => rowOf(row, link))),
        more > 0 && make('p', { class: 'quiet' }, `and ${more.toLocaleString('en')} more`),
      ),
    ),
    ...(effects.length === 0
      ? []
      : [
          section(
            'What follows',
            undefined,
            ...effects.map(({ title, lines }) =>
              group(
                title,
                undefined,
                lines.map((line) => consequence(line, link)),
              ),
            ),
          ),
        ]),
    ...findingsOf(findings, link),
  ];
}

function rowOf({ glyph, phrase, details, targets }: ComparedRow, link: MakeLink): HTMLElement {
  const content = [
    make('span', { class: `sign sign-${words[glyph]}`, attributes: { 'aria-hidden': 'true' } }, glyph),
    make('span', { class: 'words', attributes: { dir: 'auto' } }, unseen(words[glyph]), ...said(phrase)),
  ];
  return make(
    'li',
    {},
    ...leading(content, targets, link),
    details.length > 0 &&
      make('ul', { class: 'details-of' }, ...details.map((line) => make('li', text, ...said(line)))),
  );
}

function consequence({ phrase, targets }: ComparedLine, link: MakeLink): HTMLElement {
  const content = [make('span', { class: 'words', attributes: { dir: 'auto' } }, ...said(phrase))];
  return make('li', {}, ...leading(content, targets, link));
}

/** Leads to the first element; where there are several, to each of them as well. */
function leading(
  content: readonly Node[],
  targets: readonly ComparedTarget[],
  link: MakeLink,
): readonly HTMLElement[] {
  const [first, ...others] = targets;
  if (!first) return [make('div', { class: 'row' }, ...content)];
  if (others.length === 0) return [link(content, first, targets)];
  return [
    link(content, first, targets),
    make(
      'details',
      { class: 'each' },
      make('summary', {}, `Each of the ${targets.length}`),
      make('ul', {}, ...targets.map((target) => make('li', {}, link([target.name], target, [target])))),
    ),
  ];
}

function findingsOf(
  { new: fresh, accepted, fixed }: ComparedChanges['findings'],
  link: MakeLink,
): readonly HTMLElement[] {
  if (fresh.length + accepted.length + fixed.length === 0) return [];
  const list = (title: string, findings: readonly ComparedFinding[], gone: boolean): HTMLElement | false =>
    findings.length > 0 &&
    group(
      title,
      findings.length,
      findings.map((finding) => make('li', {}, findingOf(finding, gone, link))),
    );
  const settled = accepted.map(({ how, rule, ...finding }) => ({ ...finding, rule: `${rule}, ${how}` }));
  return [
    section(
      'Findings',
      undefined,
      list('New', fresh, false),
      list('Accepted, not mended', settled, false),
      list('Fixed', fixed, true),
    ),
  ];
}

function findingOf(
  { rule, severity, message, target }: ComparedFinding,
  fixed: boolean,
  link: MakeLink,
): HTMLElement {
  const content = [
    make(
      'span',
      { class: `sign sign-${severity}`, attributes: { 'aria-hidden': 'true' } },
      fixed ? '✓' : (signs[severity] ?? 'i'),
    ),
    make(
      'span',
      { class: 'words', attributes: { dir: 'auto' } },
      unseen(fixed ? 'fixed' : severity),
      message,
      ' ',
      make('span', { class: 'quiet' }, rule),
    ),
  ];
  return target ? link(content, target, []) : make('div', { class: 'row' }, ...content);
}

function group(title: string, number: number | undefined, items: readonly HTMLElement[]): HTMLElement {
  return make(
    'div',
    { class: 'effect' },
    make('h4', {}, title, number !== undefined && count(number)),
    make('ul', { class: 'rows' }, ...items),
  );
}

function section(
  title: string,
  number: number | undefined,
  ...content: readonly (HTMLElement | false)[]
): HTMLElement {
  return make('section', {}, make('h3', {}, title, number !== undefined && count(number)), ...content);
}

function count(number: number): HTMLElement {
  return make('span', { class: 'count' }, ` ${number.toLocaleString('en')}`);
}

function fileName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
