/**
 * node bench/diff.ts <folder>: reads an organization, gives one role in every file a new title, and says as JSON how
 * many milliseconds it takes to build both models, to recognize the elements of one in the other, to find the changes,
 * and to work out what follows.
 */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseFragment, standardVocabulary } from '@mktorg/language';
import { diff, effectsOf, match, mergeOrganization, type OrgModel } from '@mktorg/model';
import { uriOf } from './organizations.ts';

const [folder = ''] = process.argv.slice(2);
const texts = globSync('**/*.mktorg', { cwd: folder })
  .sort()
  .map((file) => [uriOf(path.join(folder, file)), readFileSync(path.join(folder, file), 'utf8')] as const);

const begun = performance.now();
const before = build(texts);
const after = build(edited());
const built = performance.now();
const matching = match(before, after);
const matched = performance.now();
const changes = diff(before, after, matching);
const compared = performance.now();
effectsOf(before, after, matching);
const ended = performance.now();
if (changes.length === 0) throw new Error('Nothing was found to have changed.');
console.log(
  JSON.stringify({
    build: built - begun,
    match: matched - built,
    diff: compared - matched,
    effects: ended - compared,
    ratio: (compared - begun) / (built - begun),
    changes: changes.length,
  }),
);

function build(sources: readonly (readonly [uri: string, text: string])[]): OrgModel {
  const fragments = sources.map(([uri, text]) => parseFragment(text, uri));
  return mergeOrganization(uriOf(folder), fragments, standardVocabulary());
}

/** One new title in every file. */
function edited(): typeof texts {
  return texts.map(([uri, text]) => [
    uri,
    text.replace(/"(Analyst|Designer|Copywriter)[^"]*"/, '"Retitled $1"'),
  ]);
}
