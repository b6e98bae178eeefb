import type { SceneNode } from '@mktorg/chart';
import { button, fill, make } from '../dom.ts';
import type { PreviewFinding } from '../protocol.ts';

export interface DetailActions {
  readonly open: ((node: SceneNode) => void) | undefined;
  readonly collapse: ((node: SceneNode) => void) | undefined;
  readonly expand: ((node: SceneNode) => void) | undefined;
  readonly focus: ((node: SceneNode) => void) | undefined;
  readonly close: () => void;
}

const severities = { error: '×', warning: '!', info: 'i' } as const;

/** What is selected, in words: what stands on the card, what was found about it, and what can be done. */
export class Details {
  readonly element = make('aside', { class: 'details', attributes: { 'aria-live': 'polite', hidden: true } });

  show(node: SceneNode | undefined, findings: readonly PreviewFinding[], actions: DetailActions): void {
    this.element.hidden = node === undefined;
    if (!node) return;
    const closed = node.states.includes('collapsed');
    const isTeam = node.shape === 'team';
    fill(
      this.element,
      make(
        'header',
        {},
        make('strong', { attributes: { dir: 'auto' } }, node.title),
        button('×', 'Close (Escape)', actions.close, { class: 'quiet', 'aria-label': 'Close' }),
      ),
      ...node.details.map((detail) => make('p', { attributes: { dir: 'auto' } }, detail)),
      ...findings.map((finding) =>
        make(
          'div',
          { class: 'finding' },
          make(
            'span',
            { class: `sign sign-${finding.severity}`, attributes: { 'aria-label': finding.severity } },
            severities[finding.severity],
          ),
          make(
            'div',
            {},
            make('p', { attributes: { dir: 'auto' } }, finding.message),
            make('p', { class: 'quiet' }, finding.why),
            make('p', {}, finding.todo),
            make(
              'a',
              { attributes: { href: finding.page, target: '_blank', rel: 'noreferrer' } },
              finding.rule,
            ),
          ),
        ),
      ),
      make(
        'footer',
        {},
        actions.open &&
          node.source &&
          button('Open source', 'Go to the line (Enter)', () => actions.open?.(node)),
        isTeam &&
          closed &&
          actions.expand &&
          button('Expand', 'Show what is inside (+)', () => actions.expand?.(node)),
        isTeam &&
          !closed &&
          actions.collapse &&
          button('Collapse', 'Hide what is inside (-)', () => actions.collapse?.(node)),
        isTeam && actions.focus && button('Only this', 'Draw this team alone', () => actions.focus?.(node)),
      ),
    );
  }
}
