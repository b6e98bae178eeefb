import { phaseByPhaseInSteps } from '@mktorg/model';
import type { Hover, Position } from 'vscode-languageserver';
import { MarkupKind } from 'vscode-languageserver';
import { escapeMarkdown } from '../../text/markdown.ts';
import { rangeOf } from '../../text/place.ts';
import { blocksOf, statementWith } from '../../text/statements.ts';
import { tokenAt } from '../../text/tokens.ts';
import type { Project, Source } from '../../workspace/project.ts';
import { inSlices } from '../../workspace/slices.ts';
import { counted } from '../counts.ts';
import { elementAround, namedHolderAt, subjectAt } from '../subject.ts';
import { elementHover } from './element.ts';
import { phaseAround, phaseHover } from './phase.ts';
import { wordHover } from './words.ts';

/** What stands under the cursor: an element with all that is derived of it, a term, a word of the language, a rule. */
export async function hover(
  project: Project,
  uri: string,
  position: Position,
  isStopped: () => boolean,
): Promise<Hover | undefined> {
  const source = project.source(uri);
  if (!source) return undefined;
  const subject = subjectAt(source, position);
  if (subject) {
    const findings = project.knownFindingsOf(source.model, subject.element.id);
    const phase = phaseAround(source.model, elementAround(source, position));
    const plan = phase?.parent ?? '';
    const steps = phaseByPhaseInSteps(source.model, plan);
    const later =
      phase &&
      (await inSlices(steps, isStopped)) &&
      phaseHover(source.model, subject.element, phase, {
        today: findings,
        after: project.outlook.of(source.model)?.after.get(phase.id),
      });
    const text = elementHover(source.model, subject.element, findings);
    return hoverOf(later ? `${text}\n\n${later}` : text, rangeOf(subject.at));
  }
  const holder = namedHolderAt(project, source, position);
  if (holder) {
    const { name, seats } = holder.somebody;
    const roles = seats.map(({ role }) => `- ${escapeMarkdown(role.title ?? role.name)}`);
    const said = [`**${escapeMarkdown(name)}** in ${counted(seats.length, 'seat')}`, roles.join('\n')];
    return hoverOf(said.join('\n\n'), rangeOf(holder.at));
  }
  return wordAt(source, position);
}

function wordAt(source: Source, position: Position): Hover | undefined {
  const token = tokenAt(source.tokens, source.offsetAt(position));
  if (!token || token.type === 'comment' || token.type === 'string') return undefined;
  const statement = statementWith(blocksOf(source.tokens).document, token);
  const text = statement && wordHover(source.model, statement, token);
  return text ? hoverOf(text, rangeOf(token)) : undefined;
}

function hoverOf(value: string, range?: Hover['range']): Hover {
  return { contents: { kind: MarkupKind.Markdown, value }, ...(range && { range }) };
}
