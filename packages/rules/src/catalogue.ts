// Written by scripts/rule-pages.ts from the files that are there.
import { rule as dottedPurpose } from './dotted/purpose.ts';
import { rule as dottedRedundant } from './dotted/redundant.ts';
import { rule as governanceCommitteeSeats } from './governance/committee-seats.ts';
import { rule as governanceInitiativeEnd } from './governance/initiative-end.ts';
import { rule as governanceOverAllocation } from './governance/over-allocation.ts';
import { rule as integrityAmbiguousName } from './integrity/ambiguous-name.ts';
import { rule as integrityDateOrder } from './integrity/date-order.ts';
import { rule as integrityDuplicateName } from './integrity/duplicate-name.ts';
import { rule as integrityDuplicateStatement } from './integrity/duplicate-statement.ts';
import { rule as integrityImpossibleNumber } from './integrity/impossible-number.ts';
import { rule as integrityInsideItself } from './integrity/inside-itself.ts';
import { rule as integrityLeadOutsideTeam } from './integrity/lead-outside-team.ts';
import { rule as integrityMisplacedStatement } from './integrity/misplaced-statement.ts';
import { rule as integrityMissingRate } from './integrity/missing-rate.ts';
import { rule as integrityOneSolidLine } from './integrity/one-solid-line.ts';
import { rule as integrityReportingCycle } from './integrity/reporting-cycle.ts';
import { rule as integritySyntax } from './integrity/syntax.ts';
import { rule as integrityUnknownWord } from './integrity/unknown-word.ts';
import { rule as integrityUnresolvedName } from './integrity/unresolved-name.ts';
import { rule as integrityUsedAfterRetired } from './integrity/used-after-retired.ts';
import { rule as integrityUsedBeforeAdded } from './integrity/used-before-added.ts';
import { rule as integrityWrongKind } from './integrity/wrong-kind.ts';
import { rule as modelDeclaredVsDerived } from './model/declared-vs-derived.ts';
import { rule as modelServesNobody } from './model/serves-nobody.ts';
import { rule as modelTransitionWithoutCase } from './model/transition-without-case.ts';
import { rule as moneyCostOutgrowsRevenue } from './money/cost-outgrows-revenue.ts';
import { rule as partnerBudgetOwner } from './partner/budget-owner.ts';
import { rule as partnerReason } from './partner/reason.ts';
import { rule as partnerWorkflowOwner } from './partner/workflow-owner.ts';
import { rule as placementLifecycleByMotion } from './placement/lifecycle-by-motion.ts';
import { rule as placementPrDottedLine } from './placement/pr-dotted-line.ts';
import { rule as placementSocialHome } from './placement/social-home.ts';
import { rule as planBarrierStrategy } from './plan/barrier-strategy.ts';
import { rule as planCharter } from './plan/charter.ts';
import { rule as planDriverWithoutTeam } from './plan/driver-without-team.ts';
import { rule as planFourParts } from './plan/four-parts.ts';
import { rule as planGapUnclosed } from './plan/gap-unclosed.ts';
import { rule as planLostElement } from './plan/lost-element.ts';
import { rule as planObjectiveMeasurable } from './plan/objective-measurable.ts';
import { rule as planSponsor } from './plan/sponsor.ts';
import { rule as planTold } from './plan/told.ts';
import { rule as planUnchanged } from './plan/unchanged.ts';
import { rule as planWithoutEffect } from './plan/without-effect.ts';
import { rule as platformLayerScope } from './platform/layer-scope.ts';
import { rule as platformObsoleteInTarget } from './platform/obsolete-in-target.ts';
import { rule as platformOverlap } from './platform/overlap.ts';
import { rule as platformOwner } from './platform/owner.ts';
import { rule as platformPersonalDataCover } from './platform/personal-data-cover.ts';
import { rule as platformUsers } from './platform/users.ts';
import { rule as processHandoffTime } from './process/handoff-time.ts';
import { rule as reportingInterimOpenEnded } from './reporting/interim-open-ended.ts';
import { rule as reportingOverfilledRole } from './reporting/overfilled-role.ts';
import { rule as reportingSpanOfControl } from './reporting/span-of-control.ts';
import { rule as reportingStackedSeats } from './reporting/stacked-seats.ts';
import { rule as reportingTeamHasLead } from './reporting/team-has-lead.ts';
import { rule as reportingVacantLead } from './reporting/vacant-lead.ts';
import { rule as responsibilityContested } from './responsibility/contested.ts';
import { rule as responsibilityPricingPartner } from './responsibility/pricing-partner.ts';
import type { Rule } from './rule.ts';
import { rule as settingsMissingReason } from './settings/missing-reason.ts';
import { rule as settingsNotOptional } from './settings/not-optional.ts';
import { rule as settingsUnknownOption } from './settings/unknown-option.ts';
import { rule as settingsUnknownRule } from './settings/unknown-rule.ts';
import { rule as settingsUnusedAllow } from './settings/unused-allow.ts';
import { rule as vocabularyAlias } from './vocabulary/alias.ts';

/** All rules, by id. */
export const rules: readonly Rule[] = [
  dottedPurpose,
  dottedRedundant,
  governanceCommitteeSeats,
  governanceInitiativeEnd,
  governanceOverAllocation,
  integrityAmbiguousName,
  integrityDateOrder,
  integrityDuplicateName,
  integrityDuplicateStatement,
  integrityImpossibleNumber,
  integrityInsideItself,
  integrityLeadOutsideTeam,
  integrityMisplacedStatement,
  integrityMissingRate,
  integrityOneSolidLine,
  integrityReportingCycle,
  integritySyntax,
  integrityUnknownWord,
  integrityUnresolvedName,
  integrityUsedAfterRetired,
  integrityUsedBeforeAdded,
  integrityWrongKind,
  modelDeclaredVsDerived,
  modelServesNobody,
  modelTransitionWithoutCase,
  moneyCostOutgrowsRevenue,
  partnerBudgetOwner,
  partnerReason,
  partnerWorkflowOwner,
  placementLifecycleByMotion,
  placementPrDottedLine,
  placementSocialHome,
  planBarrierStrategy,
  planCharter,
  planDriverWithoutTeam,
  planFourParts,
  planGapUnclosed,
  planLostElement,
  planObjectiveMeasurable,
  planSponsor,
  planTold,
  planUnchanged,
  planWithoutEffect,
  platformLayerScope,
  platformObsoleteInTarget,
  platformOverlap,
  platformOwner,
  platformPersonalDataCover,
  platformUsers,
  processHandoffTime,
  reportingInterimOpenEnded,
  reportingOverfilledRole,
  reportingSpanOfControl,
  reportingStackedSeats,
  reportingTeamHasLead,
  reportingVacantLead,
  responsibilityContested,
  responsibilityPricingPartner,
  settingsMissingReason,
  settingsNotOptional,
  settingsUnknownOption,
  settingsUnknownRule,
  settingsUnusedAllow,
  vocabularyAlias,
];
