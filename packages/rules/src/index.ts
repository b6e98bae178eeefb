export { rules } from './catalogue.ts';
export {
  checkPhases,
  type PhaseFindings,
  phaseChecksInSteps,
  rulesOfPhases,
  rulesOfToday,
  rulesWithPhases,
} from './check-phases.ts';
export {
  type Checker,
  type CheckOptions,
  type CheckResult,
  check,
  checkInSteps,
  createChecker,
  type Failure,
} from './engine/checker.ts';
export { losses } from './engine/problems.ts';
export { exampleDay, unmarked } from './example.ts';
export { explain, pageOf } from './explain.ts';
export { type Allowed, type Finding, findingKey, type PhaseOf, type Related } from './finding.ts';
export { type Edit, type Fix, stateFrom } from './fix.ts';
export { type TextEdit, textEditsOf } from './fix-text.ts';
export type { Example, FixInfo, Option, Options, Rule, RuleInfo } from './rule.ts';
export { withheldIn } from './unread.ts';
