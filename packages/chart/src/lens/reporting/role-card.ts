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
  const names =
    options.redactPeople || options.show?.holders === false ? [] : role.holders.map(({ name }) => name);
  const level = rank(model, role);
  const vacancy = !known || vacant === 0 ? '' : seats === 1 ? 'vacant' : `${vacant} of ${seats} seats vacant`;

  const facts: Fact[] = [];
  if (names.length > 0) facts.push({ text: listed(names), style: 'detail', most: 3 });
  if (vacancy !== '') facts.push({ text: vacancy, style: 'alert', most: 1 });
  const interim = role.interim && interimInWords(role);
  if (interim) facts.push({ text: interim, style: 'alert', most: 2 });
  const first = facts[0];
  if (level !== '' && first && first.style === 'detail' && names.length === 1)
    facts[0] = { ...first, aside: level };
  else if (level !== '' && first?.style === 'alert') facts[0] = { ...first, aside: level };
  else if (level !== '') facts.push({ text: level, style: 'quiet', most: 1 });

  const tags: Tag[] = [];
  if (seats > 1) tags.push({ kind: 'count', text: `×${seats}`, title: counted(seats, 'seat') });
  for (const { id } of role.scope) {
    const scope = nameOf(model, id);
    if (scope !== '') tags.push({ kind: 'scope', text: scope, title: `Scope: ${scope}` });
  }

  const states: State[] = [];
  if (vacancy !== '') states.push(filled === 0 ? 'vacant' : 'part-vacant');
  if (role.interim) states.push('interim');

  const said = [
    title,
    seats > 1 ? counted(seats, 'seat') : '',
    level,
    names.length > 0 ? `held by ${names.join(', ')}` : '',
    vacancy,
    interim ?? '',
    teamInWords(model, role),
    ...tags.filter(({ kind }) => kind === 'scope').map((tag) => tag.text),
  ];
  return {
    shape: seats > 1 ? 'pool' : 'card',
    title,
    facts,
    tags,
    states,
    label: said.filter((part) => part !== '').join(', '),
  };
}

/** Level, and the FTE where it is not one. */
function rank(model: OrgModel, role: Role): string {
  const level = nameOf(model, role.level?.id);
  const fte = role.fte && role.fte.value !== 1 ? `${role.fte.value} FTE` : '';
  return [level, fte].filter((part) => part !== '').join(' · ');
}

function interimInWords(role: Role): string {
  const until = role.interim?.until?.text;
  return until ? `interim until ${until}` : 'interim, no end stated';
}

function teamInWords(model: OrgModel, role: Role): string {
  const team = findAs(model, role.parent, 'team');
  return team ? `in ${label(team)}` : '';
}
