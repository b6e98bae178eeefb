import type { LensName, Scene, Show } from '@mktorg/chart';
import type { ComparedChanges } from '@mktorg/review';
import type { Location, Position } from 'vscode-languageserver';

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
 * What mktorg's own editors and panels speak with the server besides the language server protocol. Types and names only:
 * a client can import this without the server. Every shape is of this protocol alone and changes with its version.
 */

/** Counts up when a shape below changes in a way that a client has to know about; see `experimental` at `initialize`. */
export const protocolVersion = 1;

/** What a client may say in `initializationOptions`; everything is optional. */
export interface Options {
  /** It answers `mktorg/files` and `mktorg/read`. */
  readonly files?: boolean;
  /** Command that opens the list of suggestions: run after a keyword was inserted. */
  readonly suggestCommand?: string;
  /** Command that shows an element in the chart: called with `RevealArguments`. */
  readonly revealCommand?: string;
}
export type RevealArguments = readonly [ElementAddress];
export interface ElementAddress {
  /** Uri of the organization's folder, or of its only document. */
  readonly root: string;
  /** Of the element: its kind and qualified name. */
  readonly id: string;
}

// From the server to the client, for documents that the server cannot read by itself.

export const filesRequest = 'mktorg/files';
export interface FilesParams {
  /** Uri. Every `.mktorg` document in it and below is wanted, but for those in `node_modules`, `.git` and `dist`. */
  readonly folder: string;
}
export type FilesAnswer = readonly { readonly uri: string; readonly text: string }[];

export const readRequest = 'mktorg/read';
export interface ReadParams {
  readonly uri: string;
}
/** Null where there is no such document. */
export type ReadAnswer = string | null;

/** Notification: an organization is new, changed, or is gone. */
export const changedNotification = 'mktorg/changed';
export interface ChangedParams {
  readonly root: string;
  /** Counts up with every change of this organization. */
  readonly version: number;
  readonly gone: boolean;
  /** False where nothing that a chart draws has changed: then text moved, or findings came and went. */
  readonly layoutMayDiffer: boolean;
  /** Nothing but what is found after phases has changed: a chart of a plan tells of it. */
  readonly plansDiffer?: true;
}

// From the client to the server.

export const vocabularyRequest = 'mktorg/vocabulary';
export interface VocabularyParams {
  /** `mktorg:/vocabulary/….mktorg`. */
  readonly uri: string;
}
/** The text of a document of the standard vocabulary; null where there is none. */
export type VocabularyAnswer = string | null;

/** Answers null once the findings of the newest text are published: for scripts and tests. */
export const idleRequest = 'mktorg/idle';

export const organizationsRequest = 'mktorg/organizations';
export interface OrganizationName {
  readonly root: string;
  readonly name: string;
}
/** By root. */
export type OrganizationsAnswer = readonly OrganizationName[];

export const chartRequest = 'mktorg/chart';
/** The organization of `root`, or else of the document `uri`, or else the first one. */
export interface ChartParams {
  readonly root?: string;
  readonly uri?: string;
  readonly lens: LensName;
  /** Draw only this element and what is below it. */
  readonly of?: string;
  readonly depth?: number;
  readonly collapsed?: readonly string[];
  readonly expanded?: readonly string[];
  readonly maxCards?: number;
  readonly show?: Show;
  readonly redactPeople?: boolean;
}
/** Null where there is no organization. */
export type ChartAnswer = Chart | null;
export interface Chart {
  readonly organization: OrganizationName;
  readonly organizations: readonly OrganizationName[];
  /** Of the organization, as in `mktorg/changed`. */
  readonly version: number;
  readonly scene: Scene;
  /** By element id. */
  readonly findings: { readonly [element: string]: readonly ChartFinding[] };
  /** Those that have phases. */
  readonly plans: readonly PlanName[];
  /** Why this is the last good chart, or all that can be read, and not that of the text as it stands. */
  readonly stale?: string;
}
/** Ids are those of elements. */
export interface PlanName {
  readonly id: string;
  readonly title: string;
  readonly phases: readonly { readonly id: string; readonly title: string }[];
}
export interface ChartFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly why: string;
  readonly todo: string;
  /** The page of the rule. */
  readonly page: string;
}

export const compareRequest = 'mktorg/compare';
/** As for a chart. Through a lens that shows no differences the chart is that of now, and only the list tells them. */
export interface CompareParams extends ChartParams {
  readonly with: CompareWith;
  /** Leaves out of the chart what nothing happens to. */
  readonly focus?: boolean;
}
export type CompareWith =
  /** The organization as it was with other texts, to what it is now. Documents that are not named are as they are. */
  | {
      readonly type: 'texts';
      /** What that state is called: `Last commit`. Texts are kept for it. */
      readonly name: string;
      readonly texts: readonly TextBefore[];
    }
  /** Two points of a plan, by the ids of phases; absent is today. */
  | { readonly type: 'phases'; readonly from?: string; readonly to?: string };
/** Null: the document was not there. */
export interface TextBefore {
  readonly uri: string;
  readonly text: string | null;
}
/** Null where there is no organization, no such phase, or the request was cancelled. */
export type CompareAnswer = (Chart & { readonly changes: ComparedChanges }) | null;
export const plansRequest = 'mktorg/plans';
/** Of a document, or of the folder of an organization. */
export interface PlansParams {
  readonly uri: string;
}
/** The plans of its organization that have phases. */
export type PlansAnswer = readonly PlanName[];

export const changeSummaryRequest = 'mktorg/changeSummary';
/** What a document said before, and what it does to the organization that it says something else now. */
export type ChangeSummaryParams = TextBefore;
/** Null where it does nothing. */
export type ChangeSummaryAnswer = { readonly text: string; readonly root: string } | null;

export const elementAtRequest = 'mktorg/elementAt';
export interface ElementAtParams {
  readonly uri: string;
  readonly position: Position;
}
/** The innermost element around the position; null outside of all. */
export type ElementAtAnswer =
  | (ElementAddress & {
      /** Ids of the elements around it, from the inside out: for what a chart does not show. */
      readonly outer: readonly string[];
    })
  | null;

export const placeRequest = 'mktorg/place';
export type PlaceParams = ElementAddress;
/** Where the element is declared: its name. */
export type PlaceAnswer = Location | null;

export const treeRequest = 'mktorg/tree';
export interface TreeParams {
  /** All organizations where absent. */
  readonly root?: string;
  /** Key of a node: only what is directly under it. */
  readonly under?: string;
}
export interface TreeAnswer {
  readonly nodes: readonly TreeNode[];
}
/** An element, or a group of elements. */
export interface TreeNode {
  /** Unique in the answer, and the same as long as the element is there. */
  readonly key: string;
  readonly label: string;
  /** Counts and the like, in words; empty where there is nothing to say. */
  readonly detail: string;
  /** A kind of element, `vacancy`, or `group`. */
  readonly icon: string;
  readonly element?: ElementAddress;
  /** Of its declaration. */
  readonly place?: Location;
  readonly findings: { readonly errors: number; readonly warnings: number; readonly infos: number };
  readonly children: readonly TreeNode[];
  /** There are children that did not come along, because the organization is large: ask with `under`. */
  readonly more: boolean;
  /** Worth showing open. */
  readonly expanded: boolean;
}

export const importRequest = 'mktorg/import';
export interface ImportParams {
  readonly what: 'people' | 'platforms';
  /** Several files of people belong together, as an export of posts and one of vacancies do. Of platforms, one. */
  readonly files: readonly { readonly name: string; readonly base64: string }[];
  /** The organization that platforms belong to: its teams and people are meant by their names. */
  readonly root?: string;
  /** Uri of the folder that the client writes the texts to: what an earlier import wrote there gives way. */
  readonly folder?: string;
}
export interface ImportAnswer {
  /** Paths with `/`, relative to a folder of the client's choice. None where nothing could be read. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** What could not be placed, in plain text. */
  readonly report: string;
}

/** What a new organization starts with. */
export const starterRequest = 'mktorg/starter';
export interface StarterParams {
  /** Of the organization. */
  readonly title: string;
}
/** Paths with `/`, relative to the organization's folder; that of the organization first. */
export type StarterAnswer = readonly { readonly path: string; readonly text: string }[];
