import { type ElementId, isTermKind, type OrgModel, type Property, properties } from '@mktorg/model';
import type { CompletionList, Position } from 'vscode-languageserver';
import { type Block, kindOfBlock } from '../../text/statements.ts';
import type { Project, Source } from '../../workspace/project.ts';
import { type CompletionContext, contextAt } from './context.ts';
import type { Expected } from './expected.ts';
import { type Draft, itemOf } from './items.ts';
import { nameDrafts } from './names.ts';
import { kindsAfter, kindsNamed, plannedAt, wordsAfter } from './planned.ts';
import { optionDrafts, ruleDrafts } from './rules.ts';
import { addedDrafts, changedDrafts, statementDrafts, takenDrafts } from './statements.ts';
import {
  currencyDrafts,
  durationDrafts,
  keywordDrafts,
  momentDrafts,
  periodDrafts,
  severityDrafts,
  shareDrafts,
  textDraft,
  timeUnitDrafts,
  wordDrafts,
} from './values.ts';

const nothing: CompletionList = { isIncomplete: false, items: [] };

/** What can be written at the cursor. `trigger` is the character that was typed, where that asked for it. */
export function completion(
  project: Project,
  uri: string,
  position: Position,
  trigger: string | undefined,
): CompletionList {
  const source = project.source(uri);
  if (!source) return nothing;
  const offset = source.offsetAt(position);
  const context = contextAt(source.tokens, offset, position.line);
  if (!context || !wanted(context, trigger)) return nothing;
  let isIncomplete = false;
  const drafts = context.expected.flatMap((expected) => {
    const some = draftsOf(project, source, context, expected);
    isIncomplete ||= some.incomplete;
    return some.drafts;
  });
  const range = { start: source.document.positionAt(context.start), end: source.document.positionAt(offset) };
  return { isIncomplete, items: unique(drafts).map((draft) => itemOf(draft, range, project.client)) };
}

/** A space asks only where something must follow: elsewhere a list would get in the way of typing. */
function wanted({ demanded, expected, prefix }: CompletionContext, trigger: string | undefined): boolean {
  if (trigger === ' ')
    return demanded && expected.some(({ type }) => type !== 'text' && type !== 'statement');
  if (trigger === '.') return prefix.includes('.');
  return true;
}

function draftsOf(
  project: Project,
  source: Source,
  context: CompletionContext,
  expected: Expected,
): { readonly drafts: Draft[]; readonly incomplete: boolean } {
  if (expected.type !== 'name')
    return { drafts: otherDrafts(project, source, context, expected), incomplete: false };
  const around = elementsAround(context.block);
  const { model, uri } = source;
  const planned = plannedAt(model, around);
  const kinds = planned ? kindsAfter(model, context.statement, expected.kinds) : expected.kinds;
  return nameDrafts({ model, uri, kinds, prefix: context.prefix, around, ...(planned && { planned }) });
}

function otherDrafts(
  project: Project,
  source: Source,
  { block, prefix, statement }: CompletionContext,
  expected: Exclude<Expected, { readonly type: 'name' }>,
): Draft[] {
  const { model } = source;
  if (prefix.includes('.')) return [];
  switch (expected.type) {
    case 'statement':
      return statementDrafts(source, block, expected.kind);
    case 'changed-statement':
      return changedDrafts(model, statedProperties(model, block));
    case 'taken':
      return takenDrafts(model, statedProperties(model, block));
    case 'word':
      return wordDrafts(model, expected.property);
    case 'keyword':
      return keywordDrafts(wordsAfter(model, statement, expected.words));
    case 'text':
      return [textDraft(expected.what)];
    case 'rule':
      return ruleDrafts('allow');
    case 'setting':
      return ruleDrafts('setting');
    case 'severity':
      return severityDrafts();
    case 'option':
      return optionDrafts(expected.rule);
    case 'currency':
      return currencyDrafts(model);
    case 'period':
      return periodDrafts();
    case 'moment':
      return momentDrafts(project.today());
    case 'duration':
      return durationDrafts();
    case 'time-unit':
      return timeUnitDrafts();
    case 'share':
      return shareDrafts();
    case 'added':
      return addedDrafts(model);
  }
}

/** What can be stated on what a change is about; on anything, where that is not known. */
function statedProperties(model: OrgModel, { owner }: Block): readonly Property[] {
  const kinds = owner ? [...kindsNamed(model, owner)] : [];
  return kinds.length === 0
    ? properties
    : properties.filter(({ on }) => kinds.some((kind) => on.includes(kind)));
}

/** Ids of the elements around the cursor, the innermost first, told by the names before their braces. */
function elementsAround(block: Block): ElementId[] {
  const ids: ElementId[] = [];
  let path = '';
  for (const around of chainOf(block)) {
    const kind = kindOfBlock(around);
    const name = around.owner?.tokens[around.owner.headLength];
    if (!kind || isTermKind(kind) || name?.type !== 'name') continue;
    path = path === '' ? name.text : `${path}.${name.text}`;
    ids.unshift(`${kind}:${path}`);
  }
  return ids;
}

/** The blocks around a block and itself, the outermost first. */
function chainOf(block: Block): Block[] {
  return block.owner ? [...chainOf(block.owner.block), block] : [];
}

/** The first of those that are called alike. */
function unique(drafts: readonly Draft[]): Draft[] {
  const seen = new Set<string>();
  return drafts.filter(({ label }) => !seen.has(label) && seen.add(label));
}
