export { documentsThatDiffer, grouped, occurrencesOf, perDocument, perList } from './by-document.ts';
export { apply } from './change/apply.ts';
export * from './change/change.ts';
export { diff } from './change/diff.ts';
export * from './change/effects.ts';
export type { Field } from './change/fields.ts';
export { fieldOf, fieldsOf } from './change/fields.ts';
export { factsOf } from './change/listing.ts';
export type { Matching } from './change/match.ts';
export { isOwn, match } from './change/match.ts';
export type { AfterPhase, Gone, Idle, Loss, Untimely } from './change/phases.ts';
export { afterPhase, afterPhases, phaseByPhase, phaseByPhaseInSteps } from './change/phases.ts';
export * from './closest.ts';
export * from './describe.ts';
export { kindsIn } from './element-table.ts';
export * from './elements.ts';
export type { ExportOptions } from './export/export-model.ts';
export { exportModel } from './export/export-model.ts';
export type { ExportedElement, ExportedElements, ExportedModel } from './export/exported.ts';
export type { Json } from './export/json.ts';
export { exportedValue } from './export/value.ts';
export * from './fragment.ts';
export * from './kinds.ts';
export { prepareInSteps } from './lookup.ts';
export { mergeOrganization } from './merge.ts';
export { misplacedStatement } from './misstatements.ts';
export type { Mention, OrgModel } from './model.ts';
export {
  childrenOf,
  elementsIn,
  find,
  findAs,
  findPlanned,
  isKind,
  mentionsIn,
  mentionsOf,
  parentOf,
} from './model.ts';
export { belongingField, destinationsOf } from './moves.ts';
export { kindOf, pathOf } from './namesakes.ts';
export { list } from './phrases.ts';
export * from './place.ts';
export type { Pseudonymous } from './pseudonyms.ts';
export { withPseudonyms } from './pseudonyms.ts';
export * from './queries/allocation.ts';
export * from './queries/capability-gap.ts';
export type { Headcount, Occupancy } from './queries/headcount.ts';
export { headcount, occupancy, rolesWithin, seatsOf } from './queries/headcount.ts';
export * from './queries/martech-gap.ts';
export * from './queries/money.ts';
export type { Somebody } from './queries/people.ts';
export {
  holdsSeveralSeats,
  namesHolders,
  people,
  peopleInSeveralSeats,
  somebodyOf,
} from './queries/people.ts';
export * from './queries/placement.ts';
export * from './queries/plan-gaps.ts';
export * from './queries/plan-outcomes.ts';
export * from './queries/platforms.ts';
export * from './queries/processes.ts';
export * from './queries/reporting.ts';
export * from './queries/responsibilities.ts';
export * from './queries/skills-gap.ts';
export * from './queries/teams.ts';
export { redactPeople } from './redact.ts';
export { isReferenceKey } from './reference-keys.ts';
export * from './say.ts';
export * from './schema.ts';
export { shortestName } from './shortest-name.ts';
export { completed } from './slices.ts';
export { sourceOf } from './source.ts';
export type { Workspace, WorkspaceUpdate } from './workspace.ts';
export { createWorkspace } from './workspace.ts';
