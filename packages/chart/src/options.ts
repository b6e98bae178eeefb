import type { ElementId } from '@mktorg/model';
import type { FindingCounts, LensName } from './scene.ts';

export interface ChartOptions {
  readonly lens: LensName;
  /**
   * Draw only this team, role, region or business line and what is below it; of plans, this one. Unknown ids are
   * ignored.
   */
  readonly of?: ElementId;
  /** How many levels of teams are open; deeper ones are collapsed. */
  readonly depth?: number;
  /** Teams that are closed, whatever the depth. */
  readonly collapsed?: ReadonlySet<ElementId>;
  /** Teams that are open, whatever `depth`, `maxCards` and `collapsed` say. */
  readonly expanded?: ReadonlySet<ElementId>;
  readonly show?: Show;
  /** Closes deeper teams until at most about this many cards are drawn. */
  readonly maxCards?: number;
  /** No holders: nothing in the scene names a person. */
  readonly redactPeople?: boolean;
  /** plan: what the rules say of today and after each phase, where the caller knows it. */
  readonly phases?: PhaseFindings;
  /** Instead of the organization's name. */
  readonly title?: string;
}

/** Findings today, and by phase. */
export interface PhaseFindings {
  readonly today: number;
  readonly after: ReadonlyMap<ElementId, PhaseNote>;
}

export interface PhaseNote {
  /** All that is found after the phase. */
  readonly findings: number;
  /** What is found for the first time, and no longer. */
  readonly fresh: number;
  readonly resolved: number;
  /** The rules whose findings it resolves, with how many, the most frequent first. */
  readonly resolvedBy?: readonly string[];
  /** What is found for the first time, by the element that it is about: by its id today, or in the plan. */
  readonly on?: ReadonlyMap<ElementId, FindingCounts>;
}

/** What is drawn beside teams and roles. Defaults in brackets. */
export interface Show {
  /** reporting: platforms under their owners [false]. */
  readonly platforms?: boolean;
  /** reporting: partners under those who work with them [false]. */
  readonly partners?: boolean;
  /** reporting: all externals, and not only those that a line leads to [false]. */
  readonly externals?: boolean;
  /** reporting: committees and initiatives around the chart [false]. */
  readonly governance?: boolean;
  /** reporting [true]. */
  readonly dottedLines?: boolean;
  /** reporting: names of holders [true]. */
  readonly holders?: boolean;
  /** stack: lines between platforms that exchange data [true where they are few]. */
  readonly integrations?: boolean;
  /** The legend [true]. */
  readonly legend?: boolean;
}
