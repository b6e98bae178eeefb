import type { LensName, Scene, Show } from '@mktorg/chart';
import type { ComparedChanges, ComparedSource } from '@mktorg/review';

export type {
  ComparedChanges,
  ComparedFinding,
  ComparedLine,
  ComparedPhrase,
  ComparedRow,
  ComparedSource,
  ComparedTarget,
} from '@mktorg/review';

/**
 * What the preview and its host say to each other. The host is a webview panel of an editor, the local page of
 * `mktorg preview`, or a file that holds one chart. Raised when the meaning of a message changes.
 */
export const protocolVersion = 1;

/** What the reader chose to see; kept by the preview, and by its host across reloads. */
export interface ChartChoice {
  /** The organization: uri of its folder. The one of the active file, or the first, where absent. */
  readonly root?: string;
  readonly lens: LensName;
  /** Element id that the chart starts at. */
  readonly of?: string;
  readonly depth?: number;
  readonly collapsed: readonly string[];
  readonly expanded: readonly string[];
  readonly show: Show;
  /** What the organization is compared with; nothing where absent. */
  readonly compare?: CompareChoice;
  /** Of a comparison, only what changes and what is around it. */
  readonly focus?: boolean;
}

export type CompareChoice =
  /** With a revision of the texts, by its name: `HEAD`, `main`. */
  | { readonly with: 'revision'; readonly ref: string }
  /** Two points of a plan, by the ids of phases; absent is today. */
  | { readonly with: 'phases'; readonly from?: string; readonly to?: string };

/** What an organization can be compared with, beside the phases of its plans. */
export interface Comparable {
  readonly revisions: readonly { readonly ref: string; readonly label: string }[];
  /** Whether the host has more of them to choose from. */
  readonly pick: boolean;
  /** Why there is none. */
  readonly why?: string;
}

export interface PlanName {
  readonly id: string;
  readonly title: string;
  readonly phases: readonly { readonly id: string; readonly title: string }[];
}

export interface OrganizationName {
  readonly root: string;
  readonly name: string;
}

export interface PreviewFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  /** Why it matters, and what to do. */
  readonly why: string;
  readonly todo: string;
  /** The page of the rule. */
  readonly page: string;
}

/** A chart to draw. */
export interface ChartMessage {
  readonly type: 'chart';
  readonly version: typeof protocolVersion;
  readonly organization: OrganizationName;
  readonly organizations: readonly OrganizationName[];
  readonly choice: ChartChoice;
  readonly scene: Scene;
  /** By element id. */
  readonly findings: { readonly [element: string]: readonly PreviewFinding[] };
  /** Why this is the last good chart and not that of the text as it stands. */
  readonly stale?: string;
  /** Plans that have phases. */
  readonly plans?: readonly PlanName[];
  readonly comparable?: Comparable;
  /** What is different, where the scene is a comparison. */
  readonly changes?: ComparedChanges;
  /** Why it is none, although one was asked for. */
  readonly uncompared?: string;
}

/** Highlight an element and bring it into view. */
export interface RevealMessage {
  readonly type: 'reveal';
  readonly element: string;
  /** The elements around it, from the inside out: what is marked where the element itself is not drawn. */
  readonly outer: readonly string[];
  /** Somebody asks for it, so it is shown large, and closed teams around it open. Otherwise the cursor came by. */
  readonly asked: boolean;
}

export type HostMessage =
  | ChartMessage
  /** There is nothing to draw, and why. */
  | { readonly type: 'nothing'; readonly reason: string }
  | RevealMessage
  /** Run a command of the preview, such as one bound to a key of the editor. */
  | { readonly type: 'command'; readonly command: PreviewCommand };

export type PreviewCommand = 'fit' | 'search' | 'save-svg' | 'copy-svg' | 'copy-mermaid';

export type PreviewMessage =
  | { readonly type: 'ready'; readonly choice?: ChartChoice }
  | { readonly type: 'choose'; readonly choice: ChartChoice }
  /** Go to the declaration in the source. In a comparison it may stand in the text of before, or of a phase. */
  | { readonly type: 'open'; readonly element: string; readonly at?: ComparedSource }
  | {
      readonly type: 'select';
      readonly element: string;
      readonly at?: ComparedSource;
      /** Also where the file is not seen now. */
      readonly must?: true;
    }
  /** Let the reader choose a revision to compare with. */
  | { readonly type: 'pick' }
  /** Save or copy what is seen; the host that cannot is not asked. */
  | {
      readonly type: 'export';
      readonly format: 'svg' | 'mermaid';
      readonly to: 'file' | 'clipboard';
      /** Without ending. */
      readonly name: string;
      readonly text: string;
    };

/** What a host can do beside drawing; buttons that it cannot serve are not shown. */
export interface HostAbilities {
  readonly open: boolean;
  /** Whether the preview itself offers to save and to copy; an editor has commands for it. */
  readonly export: boolean;
  readonly choose: boolean;
  /** The lenses that there are charts through; all where absent. */
  readonly lenses?: readonly LensName[];
}
