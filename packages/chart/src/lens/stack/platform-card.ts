import {
  type Ai,
  childrenOf,
  find,
  findAs,
  label,
  type OrgModel,
  type Platform,
  statusOf,
} from '@mktorg/model';
import type { ChartOptions } from '../../options.ts';
import type { State } from '../../scene.ts';
import { isolate } from '../../text/direction.ts';
import type { Box, Fact, Tag } from '../diagram.ts';
import { counted, nameOf } from '../words.ts';

/** A diamond says who owns. */
export const ownerGlyph = '◆';

/** The drum of a platform: what it is, who owns it, how many use it, where it is in its life. */
export function platformCard(
  model: OrgModel,
  platform: Platform,
  scoped: boolean,
  options: ChartOptions,
): Box {
  const title = label(platform);
  const status = statusOf(platform);
  const owner = ownerOf(model, platform, options);
  const users = new Set(platform.uses.map(({ by }) => by)).size;
  const usersInWords = users === 0 ? 'no users' : counted(users, 'user');

  const facts: Fact[] = [];
  if (owner === '') facts.push({ text: 'no owner', style: 'alert', most: 1, aside: usersInWords });
  else facts.push({ text: `${ownerGlyph} ${isolate(owner)}`, style: 'detail', most: 2, aside: usersInWords });

  const tags: Tag[] = [];
  if (status !== 'live') tags.push({ kind: 'status', text: status, title: `Status: ${status}` });
  if (platform.personalData)
    tags.push({ kind: 'personal-data', text: '', title: personalDataInWords(model, platform) });
  for (const ai of aiOf(model, platform)) tags.push({ kind: 'ai', text: '', title: aiInWords(ai) });
  if (scoped) {
    for (const { id } of platform.scope) {
      const scope = nameOf(model, id);
      if (scope !== '') tags.push({ kind: 'scope', text: scope, title: `Scope: ${scope}` });
    }
  }
  const states: State[] =
    status === 'planned' || status === 'retiring' || status === 'retired' ? [status] : [];
  if (owner === '') states.push('unowned');
  const said = [
    `Platform ${title}`,
    nameOf(model, platform.term?.id),
    status,
    owner === '' ? 'no owner' : `owned by ${owner}`,
    usersInWords,
    ...tags.filter(({ kind }) => kind !== 'status').map((tag) => tag.title),
  ];
  return {
    id: platform.id,
    element: platform.id,
    kind: 'platform',
    shape: 'platform',
    tone: platform.scope.length > 0 ? 'local' : 'plain',
    states,
    title,
    facts,
    tags,
    label: said.filter((part) => part !== '').join(', '),
    source: platform.at,
    inside: [],
    under: [],
  };
}

function ownerOf(model: OrgModel, platform: Platform, options: ChartOptions): string {
  const owner = find(model, platform.owner?.id);
  if (!owner) return '';
  return owner.kind === 'person' && options.redactPeople ? 'a person' : label(owner);
}

function personalDataInWords(model: OrgModel, platform: Platform): string {
  const under =
    platform.personalData?.under.map(({ id }) => nameOf(model, id)).filter((name) => name !== '') ?? [];
  return under.length > 0 ? `Personal data under ${under.join(', ')}` : 'Personal data';
}

function aiOf(model: OrgModel, platform: Platform): readonly Ai[] {
  return childrenOf(model, platform.id).flatMap(({ id }) => findAs(model, id, 'ai') ?? []);
}

function aiInWords(ai: Ai): string {
  return ai.maturity ? `AI: ${label(ai)}, ${ai.maturity.value}` : `AI: ${label(ai)}`;
}
