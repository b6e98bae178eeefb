import { elementsIn, isKind, label, managerOf } from '@mktorg/model';
import { type InlayHint, InlayHintKind, type Range } from 'vscode-languageserver';
import { locationOf, rangeOf } from '../text/place.ts';
import type { Project } from '../workspace/project.ts';

/** Behind each role to whom it reports, where its text does not say so. */
export function inlayHints(project: Project, uri: string, range: Range): InlayHint[] {
  const source = project.source(uri);
  if (!source || !project.settings.reportsToHints) return [];
  const { model } = source;
  return elementsIn(model, uri).flatMap((element): InlayHint[] => {
    const { line } = element.nameAt;
    if (!isKind(element, 'role') || line < range.start.line || line > range.end.line) return [];
    const manager = element.reportsTo.length > 0 ? undefined : managerOf(model, element.id);
    if (!manager) return [];
    return [
      {
        position: rangeOf(element.nameAt).end,
        label: [{ value: '→ ' }, { value: label(manager), location: locationOf(manager.nameAt) }],
        kind: InlayHintKind.Type,
        paddingLeft: true,
      },
    ];
  });
}
