import { findAs, label, type OrgModel, occupancy, type Role } from '@mktorg/model';
import type { ChartOptions } from '../../options.ts';
import type { State } from '../../scene.ts';
import { listed } from '../../text/direction.ts';
import type { Box, Fact, Tag } from '../diagram.ts';
import { counted, nameOf } from '../words.ts';

export type CardTexts = Pick<Box, 'title' | 'facts' | 'tags' | 'states' | 'label' | 'shape'>;

/** What the card of a role says. */
export function roleCard(model: OrgModel, role: Role, options: ChartOptions): CardTexts {
  const { seats, filled, vacant, known } = occupancy(model, role);
  const title = label(role);
  const names = holdersOf(role, options);
  const level = rank(model, role);
  const vacancy = !known || vacant === 0 ? '' : seats === 1 ? 'vacant' : `${vacant} of ${seats} seats vacant`;
  const interim = interimInWords(role);
  const tags = seats > 1 || role.scope.length > 0 ? tagsOf(model, role, seats) : noTags;

  let said = title;
  if (seats > 1) said += `, ${counted(seats, 'seat')}`;
  if (level !== '') said += `, ${level}`;
  if (names.length > 0) said += `, held by ${names.join(', ')}`;
  if (vacancy !== '') said += `, ${vacancy}`;
  if (interim !== '') said += `, ${interim}`;
  const team = findAs(model, role.parent, 'team');
  if (team) said += `, in ${label(team)}`;
  for (const tag of tags) if (tag.kind === 'scope') said += `, ${tag.text}`;
  return {
    shape: seats > 1 ? 'pool' : 'card',
    title,
    facts: factsOf(names, vacancy, interim, level),
    tags,
    states: vacancy === '' && interim === '' ? noStates : statesOf(vacancy, filled, interim),
    label: said,
  };
}

const noTags: readonly Tag[] = [];
const noStates: readonly State[] = [];
const noNames: readonly string[] = [];

function holdersOf(role: Role, options: ChartOptions): readonly string[] {
  if (options.redactPeople || options.show?.holders === false || role.holders.length === 0) return noNames;
  return role.holders.map(({ name }) => name);
}

/** Level, and the FTE where it is not one. */
function rank(model: OrgModel, role: Role): string {
  const level = nameOf(model, role.level?.id);
  if (!role.fte || role.fte.value === 1) return level;
  return level === '' ? `${role.fte.value} FTE` : `${level} · ${role.fte.value} FTE`;
}

function interimInWords(role: Role): string {
  if (!role.interim) return '';
  const until = role.interim.until?.text;
  return until ? `interim until ${until}` : 'interim, no end stated';
}

/** The level stands beside a single holder or the vacancy; below several holders it has a line of its own. */
function factsOf(names: readonly string[], vacancy: string, interim: string, level: string): readonly Fact[] {
  const holder = names.length === 1 ? level : '';
  // By far the most roles have one holder and nothing else to say.
  if (names.length === 1 && vacancy === '' && interim === '') {
    return [{ text: listed(names), style: 'detail', most: 3, aside: holder }];
  }
  const vacant = names.length === 0 && vacancy !== '' ? level : '';
  const facts: Fact[] = [];
  if (names.length > 0) facts.push({ text: listed(names), style: 'detail', most: 3, aside: holder });
  if (vacancy !== '') facts.push({ text: vacancy, style: 'alert', most: 1, aside: vacant });
  if (interim !== '') facts.push({ text: interim, style: 'alert', most: 2 });
  if (level !== '' && holder === '' && vacant === '') facts.push({ text: level, style: 'quiet', most: 1 });
  return facts;
}

function tagsOf(model: OrgModel, role: Role, seats: number): readonly Tag[] {
  const tags: Tag[] = [];
  if (seats > 1) tags.push({ kind: 'count', text: `×${seats}`, title: counted(seats, 'seat') });
  for (const { id } of role.scope) {
    const scope = nameOf(model, id);
    if (scope !== '') tags.push({ kind: 'scope', text: scope, title: `Scope: ${scope}` });
  }
  return tags;
}

function statesOf(vacancy: string, filled: number, interim: string): readonly State[] {
  const states: State[] = [];
  if (vacancy !== '') states.push(filled === 0 ? 'vacant' : 'part-vacant');
  if (interim !== '') states.push('interim');
  return states;
}
