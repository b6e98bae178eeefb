// node .ci/sum.mjs [failed step]… adds up what each suite has counted. A suite without a single passed test has not
// run, and that counts as a failure; so does a step that failed although all of its tests passed.
import { existsSync, readFileSync } from 'node:fs';

const failedSteps = process.argv.slice(2);
const suites = ['unit', 'host', 'vsix', 'editors'].map((name) => ({ name, ...counts(name) }));

for (const { name, passed, failed } of suites) console.log(`${name}: ${passed} passed, ${failed} failed`);
for (const step of failedSteps) console.log(`failed: ${step}`);

const passed = sum(suites.map((suite) => suite.passed));
const counted = sum(suites.map((suite) => suite.failed + (suite.passed === 0 && suite.failed === 0 ? 1 : 0)));
const failed = Math.max(counted, failedSteps.length);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** vitest and the project's own suites write their counts in different words. */
function counts(name) {
  const file = `out/test-results/${name}.json`;
  if (!existsSync(file)) return { passed: 0, failed: 0 };
  const result = JSON.parse(readFileSync(file, 'utf8'));
  return { passed: result.passed ?? result.numPassedTests, failed: result.failed ?? failedIn(result) };
}

/** A test file that does not even load has no tests to fail. */
function failedIn({ numFailedTests, testResults }) {
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return numFailedTests + broken.length;
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
