import { type CompletionItem, MarkupKind } from 'vscode-languageserver';
import type { Project } from '../../workspace/project.ts';
import { addressOf } from '../counts.ts';
import { elementHover } from '../hover/element.ts';
import { elementOf } from '../subject.ts';

/** What there is to say about the element that a name stands for. */
export function resolveCompletion(project: Project, item: CompletionItem): CompletionItem {
  const address = addressOf(item.data);
  const model = address && project.organizations.modelAt(address.root);
  const element = model && elementOf(model, address?.id);
  if (!model || !element) return item;
  const findings = project.knownFindingsOf(model, element.id);
  const value = elementHover(model, element, findings);
  return { ...item, documentation: { kind: MarkupKind.Markdown, value } };
}
