import type { ElementKind, TermKind } from './kinds.ts';
import type { Place } from './place.ts';

/**
 * Identity of an element inside one organization: its kind and its qualified name, `role:marketing.brand.designer`.
 * A dotted line has no name of its own: `dotted-line:<from>..><to>`, numbered from the second alike on.
 */
export type ElementId = string;

/** A resolved mention of another element. */
export interface Ref {
  readonly id: ElementId;
  readonly at: Place;
}
export interface Text {
  readonly value: string;
  readonly at: Place;
}
/** One of a fixed set of words, see `words` in the schema. A word outside the set is a problem, and is kept. */
export interface Word {
  readonly value: string;
  readonly at: Place;
}
export interface Num {
  readonly value: number;
  readonly at: Place;
}
export interface Flag {
  readonly at: Place;
}
export type Per = 'year' | 'quarter' | 'month' | 'once';
export interface Money {
  readonly amount: number;
  /** ISO 4217 code as written, upper case. */
  readonly currency: string;
  readonly per: Per;
  readonly at: Place;
}
/** A day, month, quarter or year as written, with the days that it spans (ISO dates, both inclusive). */
export interface Moment {
  readonly text: string;
  readonly from: string;
  readonly to: string;
  readonly at: Place;
}
export interface Duration {
  readonly amount: number;
  readonly unit: 'minute' | 'hour' | 'day' | 'week' | 'month';
  readonly at: Place;
}
/** A number with what follows it: `52%`, `6 weeks`, `1.2M EUR`. */
export interface Quantity {
  readonly value: number;
  /** `%`, a currency, a word such as `weeks`, or empty. */
  readonly unit: string;
  readonly text: string;
}
/** Something measurable that goes from one value to another: `"Match rate" from 52% to 80% by 2027-Q4`. */
export interface Measure {
  readonly what: string;
  readonly from?: Quantity;
  readonly to?: Quantity;
  readonly by?: Moment;
  readonly at: Place;
}
export interface Link {
  readonly text: string;
  readonly url?: string;
  readonly at: Place;
}
/** Somebody in a seat: a declared person, or a quoted name. Equal quoted names are one person. */
export interface Holder {
  readonly name: string;
  readonly person?: ElementId;
  readonly at: Place;
}
export interface Member {
  readonly who: ElementId;
  /** Share of one full-time seat, 0 to 1 (higher where someone wrote so), if stated. */
  readonly share?: number;
  readonly at: Place;
}
export interface Use {
  readonly by: ElementId;
  readonly purposes: readonly string[];
  readonly at: Place;
}
export type Involvement = 'responsible' | 'accountable' | 'consulted' | 'informed';
export interface Responsibility {
  readonly involvement: Involvement;
  /** One line may name several capabilities; activities, partners and ruling hold for each. */
  readonly capabilities: readonly Ref[];
  /** Empty: the capability as a whole. */
  readonly activities: readonly Ref[];
  readonly with: readonly Ref[];
  readonly because?: Text;
  readonly at: Place;
}
export interface Interim {
  readonly until?: Moment;
  readonly at: Place;
}
export interface PersonalData {
  /** Empty: personal data, under no regulation that the model names. */
  readonly under: readonly Ref[];
  readonly at: Place;
}
export interface Intake {
  /** A platform, or a channel in words. */
  readonly platform?: ElementId;
  readonly channel?: string;
  readonly at: Place;
}
export interface Transition {
  readonly from: Word;
  readonly to: Word;
  readonly at: Place;
}
/** A trade-off with why it is accepted, or a risk with what mitigates it. */
export interface Weighed {
  readonly what: string;
  readonly answer?: string;
  readonly at: Place;
}
/** A suppression of one rule on one element. */
export interface Allow {
  readonly rule: string;
  readonly because?: string;
  readonly at: Place;
}

interface Base {
  readonly kind: ElementKind;
  readonly id: ElementId;
  /** Own name; empty for a dotted line. Unnamed goals, objectives and challenges get one from their title. */
  readonly name: string;
  /** Qualified by the elements around it: `marketing.brand.designer`. */
  readonly path: string;
  readonly title?: string;
  readonly parent?: ElementId;
  /** Where the header itself names the parent: `marketing` in `team marketing.brand`. */
  readonly inside?: Ref;
  /** The whole declaration. */
  readonly at: Place;
  /** The name in the declaration (the keyword, where there is none). */
  readonly nameAt: Place;
  /** The doc comment before it, without its decoration. */
  readonly description?: string;
  /** What `is` says: the standard term for this kind of element. */
  readonly term?: Ref;
  /** What `as` says. */
  readonly form?: Ref;
  /** What `in` says: regions, business lines, for a region or a term the elements it binds to. */
  readonly scope: readonly Ref[];
  readonly notes: readonly Text[];
  readonly links: readonly Link[];
  readonly tags: readonly Word[];
  /** `id "S0064"`: a stable identifier of the source, such as a personnel number. */
  readonly sourceId?: Text;
  /** `previously old-name`: a declared rename. */
  readonly previously?: Word;
  readonly allows: readonly Allow[];
}

export interface Organization extends Base {
  readonly kind: 'organization';
  readonly model?: Word;
  readonly motion?: Word;
  readonly stage?: Word;
  readonly currency?: Word;
  /** Month 1 to 12. */
  readonly fiscalYearStart?: Num;
  readonly strategy?: Link;
  readonly budget?: Money;
  readonly revenue?: Money;
}
export interface Region extends Base {
  readonly kind: 'region';
}
export interface BusinessLine extends Base {
  readonly kind: 'business-line';
}
/** What marketing touches but does not own: IT, Sales, Finance, the chief executive. */
export interface External extends Base {
  readonly kind: 'external';
  /** Consulted on or informed of. */
  readonly responsibilities: readonly Responsibility[];
}

interface Accountable {
  readonly responsibilities: readonly Responsibility[];
  readonly decides: readonly Ref[];
  readonly coordinates: readonly Ref[];
  readonly serves: readonly Ref[];
  /** Datasets and skills. */
  readonly needs: readonly Ref[];
  /** `reports to`, where the solid line differs from what leads imply. More than one is a problem. */
  readonly reportsTo: readonly Ref[];
  /** `placed because`: the recorded ruling on where it sits. */
  readonly ruling?: Text;
}
export interface Team extends Base, Accountable {
  readonly kind: 'team';
  readonly lead?: Ref;
  readonly budget?: Money;
  readonly cost?: Money;
  readonly embeds: readonly Ref[];
  readonly partnersWith: readonly Ref[];
  readonly hubs: readonly Text[];
}
export interface Role extends Base, Accountable {
  readonly kind: 'role';
  readonly level?: Ref;
  /** The archetype of its span of control. */
  readonly span?: Ref;
  /** Number of seats; 1 unless stated. A pool has more than one. */
  readonly seats?: Num;
  readonly holders: readonly Holder[];
  readonly skills: readonly Ref[];
  readonly interim?: Interim;
  /** FTE of each seat; 1 unless stated. */
  readonly fte?: Num;
  readonly location?: Text;
  /** Cost of each seat. */
  readonly cost?: Money;
}
export interface Person extends Base {
  readonly kind: 'person';
  readonly location?: Text;
  readonly fte?: Num;
  readonly skills: readonly Ref[];
}
export interface Platform extends Base {
  readonly kind: 'platform';
  readonly owner?: Ref;
  readonly roadmap?: Ref;
  readonly uses: readonly Use[];
  readonly integrates: readonly Ref[];
  readonly personalData?: PersonalData;
  readonly results: readonly Measure[];
  readonly cost?: Money;
  readonly renews?: Moment;
  readonly boughtBy?: Ref;
  /** planned, live (unless stated), retiring, retired. */
  readonly status?: Word;
}
/** An AI capability inside a platform. */
export interface Ai extends Base {
  readonly kind: 'ai';
  readonly maturity?: Word;
  readonly owner?: Ref;
}
export interface Dataset extends Base {
  readonly kind: 'dataset';
  readonly owner?: Ref;
  readonly sharedWith: readonly Ref[];
  readonly personalData?: PersonalData;
}
export interface Process extends Base {
  readonly kind: 'process';
  readonly owner?: Ref;
  readonly serves: readonly Ref[];
  readonly intake?: Intake;
  readonly under: readonly Ref[];
}
/** A step of a process; its order is that of the text. */
export interface Step extends Base {
  readonly kind: 'step';
  readonly by?: Ref;
  readonly via?: Ref;
  readonly within?: Duration;
  readonly approval?: Flag;
}
export interface Program extends Base {
  readonly kind: 'program';
  readonly owner?: Ref;
  readonly runsOn: readonly Ref[];
  readonly budget?: Money;
  readonly measures: readonly Measure[];
}
export interface Partner extends Base {
  readonly kind: 'partner';
  readonly delivers: readonly Ref[];
  readonly reason?: Ref;
  readonly budgetOwner?: Ref;
  readonly workflowOwner?: Ref;
  readonly serves: readonly Ref[];
  readonly cost?: Money;
  readonly until?: Moment;
}
export interface Committee extends Base {
  readonly kind: 'committee';
  readonly chair?: Ref;
  readonly members: readonly Member[];
  readonly governs: readonly Ref[];
  readonly meets?: Word;
}
export interface Initiative extends Base {
  readonly kind: 'initiative';
  readonly sponsor?: Ref;
  readonly lead?: Ref;
  readonly members: readonly Member[];
  readonly drawsOn: readonly Ref[];
  readonly serves: readonly Ref[];
  readonly budget?: Money;
  readonly until?: Moment;
  readonly exit?: Text;
}
export interface Charter extends Base {
  readonly kind: 'charter';
  readonly mission?: Text;
  readonly sponsor?: Ref;
}
export interface Goal extends Base {
  readonly kind: 'goal';
  readonly owner?: Ref;
}
export interface Objective extends Base {
  readonly kind: 'objective';
  readonly measure?: Measure;
  readonly owner?: Ref;
}
export interface Challenge extends Base {
  readonly kind: 'challenge';
  readonly owner?: Ref;
}
/** A tipping point. */
export interface Driver extends Base {
  readonly kind: 'driver';
  readonly owner?: Ref;
}
export interface Plan extends Base {
  readonly kind: 'plan';
  readonly transition?: Transition;
  readonly because?: Text;
  readonly owner?: Ref;
  readonly sponsor?: Ref;
  readonly benefits: readonly Measure[];
  readonly tradeOffs: readonly Weighed[];
  readonly risks: readonly Weighed[];
  readonly caseStudies: readonly Link[];
  readonly drivenBy: readonly Ref[];
}
export interface Barrier extends Base {
  readonly kind: 'barrier';
  readonly affects: readonly Ref[];
  readonly owner?: Ref;
  readonly strategy?: Text;
}
export interface Stakeholder extends Base {
  readonly kind: 'stakeholder';
  readonly stance?: Word;
  readonly benefit?: Text;
  readonly informed?: Text;
}
export interface Phase extends Base {
  readonly kind: 'phase';
  readonly from?: Moment;
  readonly to?: Moment;
  readonly revenue?: Money;
  readonly cost?: Money;
  readonly changes: readonly PhaseChange[];
}
/** A change as a phase states it; what it does to the organization, `afterPhases` works out. */
export interface PhaseChange {
  readonly type: 'add' | 'move' | 'merge' | 'remove' | 'change' | 'retire' | 'source' | 'told';
  readonly what: readonly Ref[];
  /** `remove`: dotted lines, by their ends. */
  readonly lines?: readonly LineEnds[];
  /** Where to, into what, replaced by what, sourced how. */
  readonly target?: Ref;
  /** `add` and `move` of a step: its place among the others. */
  readonly order?: StepOrder;
  /** Why, or how somebody was told. */
  readonly text?: Text;
  /** `add` and `change`: what it brings, each element before what is inside it, under the ids it would have today. */
  readonly adds: readonly Element[];
  /** `change`: what it states anew. */
  readonly states: readonly Stated[];
  readonly at: Place;
}
/**
 * What a `change` states: a value replaces what was there, or is added to a list or taken from it. A minus without a
 * value takes back all that the field holds.
 */
export interface Stated {
  readonly field: string;
  readonly sign?: '+' | '-';
  /** Of the type that the field holds, see the schema. */
  readonly value?: object | string;
  readonly at: Place;
}
export interface StepOrder {
  readonly where: 'after' | 'before';
  readonly step: Ref;
}
/** From where to where a dotted line goes. */
export interface LineEnds {
  readonly from: Ref;
  readonly to: Ref;
  readonly at: Place;
}
export interface View extends Base {
  readonly kind: 'view';
  readonly lens?: Word;
  readonly of: readonly Ref[];
  readonly depth?: Num;
  /** The phase after which it is drawn; today where absent. */
  readonly after?: Ref;
}
export interface DottedLine extends Base {
  readonly kind: 'dotted-line';
  readonly from: Ref;
  readonly to: Ref;
  readonly purpose?: Text;
  readonly strength?: Word;
}
/** A term of the vocabulary, standard or the model's own. */
export interface Term extends Base {
  readonly kind: TermKind;
  /** From the library that mktorg ships, not from the model. */
  readonly standard: boolean;
  readonly aliases: readonly Text[];
  /** function: the function that it is part of. */
  readonly partOf?: Ref;
  /** capability: the functions where it usually sits. */
  readonly home: readonly Ref[];
  /** capability: one that every marketing organization should have an owner for. */
  readonly core?: Flag;
  /** layer: the layer directly below. */
  readonly above?: Ref;
  /** category: the layer that its platforms stand in. */
  readonly layer?: Ref;
  /** category: its platforms measure. */
  readonly measures?: Flag;
  /** form: the kinds that it applies to. */
  readonly appliesTo: readonly Word[];
  /** form: exists to serve other teams. */
  readonly central?: Flag;
  /** engagement: does heavy lifting on systems. */
  readonly integrator?: Flag;
  /** archetype: most direct reports. */
  readonly max?: Num;
  /** level: higher is more senior. */
  readonly rank?: Num;
  /** regulation: who sees to it. */
  readonly coveredBy: readonly Ref[];
}

interface ByKind {
  readonly organization: Organization;
  readonly region: Region;
  readonly 'business-line': BusinessLine;
  readonly external: External;
  readonly team: Team;
  readonly role: Role;
  readonly person: Person;
  readonly platform: Platform;
  readonly ai: Ai;
  readonly dataset: Dataset;
  readonly process: Process;
  readonly step: Step;
  readonly program: Program;
  readonly partner: Partner;
  readonly committee: Committee;
  readonly initiative: Initiative;
  readonly charter: Charter;
  readonly goal: Goal;
  readonly objective: Objective;
  readonly challenge: Challenge;
  readonly driver: Driver;
  readonly plan: Plan;
  readonly barrier: Barrier;
  readonly stakeholder: Stakeholder;
  readonly phase: Phase;
  readonly view: View;
  readonly 'dotted-line': DottedLine;
}
/** The type of an element by its kind. */
export type ElementOf<K extends ElementKind> = K extends keyof ByKind ? ByKind[K] : Term;
export type Element = ByKind[keyof ByKind] | Term;

/** What a reader calls it: the title, or else the name. */
export function label(element: Pick<Element, 'title' | 'name'>): string {
  return element.title ?? element.name;
}
