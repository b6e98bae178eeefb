/**
 * node [--expose-gc] bench/stages.ts <folder> [whole | cards]: reads, parses, merges and checks an organization, and
 * lays out all of it or so many cards, each for the first time in this process, as a call of the command line does, and
 * says as JSON what each stage took in milliseconds; with --expose-gc what it left in memory in bytes, and then the
 * times mean nothing.
 */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { drawChart, toSvg } from '@mktorg/chart';
import { parseFragment, standardVocabulary } from '@mktorg/language';
import { createWorkspace } from '@mktorg/model';
import { createChecker } from '@mktorg/rules';
import { uriOf } from './organizations.ts';

const [folder = '', drawn] = process.argv.slice(2);
const took: { [stage: string]: number } = {};
const left: { [stage: string]: number } = {};

const files = globSync('**/*.mktorg', { cwd: folder }).map((file) => path.join(folder, file));
const checker = createChecker();
const workspace = createWorkspace(standardVocabulary());
stage('start', () => parseFragment('team a', 'mktorg:/warm'));
const texts = stage('read', () => files.map((file) => readFileSync(file, 'utf8')));
stage('floor', () => texts.map((text) => text.match(/[\p{L}\d_-]+|"[^"\n]*"|[^\s]/gu)?.length ?? 0));
const fragments = stage('parse', () =>
  files.map((file, index) => parseFragment(texts[index] ?? '', uriOf(file))),
);
const { models } = stage('merge', () => workspace.update(new Map(fragments.map((each) => [each.uri, each]))));
const [model] = models;
if (!model) throw new Error(`There is no organization in ${folder}.`);
const result = stage('rules', () => checker.check(model, { today: '2026-01-15' }));
if (drawn) {
  const maxCards = drawn === 'whole' ? Number.POSITIVE_INFINITY : Number(drawn);
  const scene = stage('layout', () => drawChart(model, { lens: 'reporting', maxCards }));
  stage('svg', () => toSvg(scene, {}));
}
console.log(JSON.stringify({ took, left, findings: result.findings.length }));

function stage<T>(name: string, work: () => T): T {
  const before = heldNow();
  const started = performance.now();
  const made = work();
  took[name] = performance.now() - started;
  left[name] = heldNow() - before;
  return made;
}

function heldNow(): number {
  if (!globalThis.gc) return 0;
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}
