/**
 * node bench/phases.ts <folder>: reads an organization, gives it a plan of three phases (a team moves, two merge, one
 * goes), and says as JSON how many milliseconds it takes to carry the phases out, to judge the plan, and to judge the
 * organization after them, each on average of the phases.
 */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseFragment, standardVocabulary } from '@mktorg/language';
import { mergeOrganization, type OrgModel, phaseByPhase } from '@mktorg/model';
import { check, checkPhases, rulesOfToday, rulesWithPhases } from '@mktorg/rules';
import { uriOf } from './organizations.ts';

const [folder = ''] = process.argv.slice(2);
const today = '2026-11-21';

const files = globSync('**/*.mktorg', { cwd: folder }).map((file) => path.join(folder, file));
const fragments = files.map((file) => parseFragment(readFileSync(file, 'utf8'), uriOf(file)));
const without = mergeOrganization(uriOf(folder), fragments, standardVocabulary());
const planned = [...fragments, parseFragment(planFor(without), uriOf(path.join(folder, 'plan.mktorg')))];
const model = mergeOrganization(uriOf(folder), planned, standardVocabulary());
if (model.problems.length > 0) throw new Error(model.problems[0]?.message);

const { findings } = check(model, { today, only: rulesOfToday });
void findings.length;
const phases = model.byKind.phase.length;
const carry = timed(() => [...phaseByPhase(model, 'plan:bench')]) / phases;
const plan = timed(() => check(model, { today, only: rulesWithPhases }).findings);
const judge = timed(() => checkPhases(model, { today }, findings)) / phases;
console.log(JSON.stringify({ carry, plan, judge }));

function planFor({ byKind }: OrgModel): string {
  const teams = byKind.team.filter(({ parent }) => parent !== undefined).map((team) => team.path);
  const at = (share: number): string => teams[Math.floor(teams.length * share)] ?? '';
  return `plan bench {
  phase one { move ${at(0.1)} to ${at(0.5)}  add role bench-role to ${at(0.2)} }
  phase two { merge ${at(0.3)} into ${at(0.7)} }
  phase three { remove ${at(0.8)} because "done" }
}
`;
}

function timed(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}
