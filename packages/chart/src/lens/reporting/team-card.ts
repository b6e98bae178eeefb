import { findAs, headcount, label, localityOf, type OrgModel, type Role, type Team } from '@mktorg/model';
import type { ChartOptions } from '../../options.ts';
import type { Tone } from '../../scene.ts';
import type { Box, Fact, Tag } from '../diagram.ts';
import { nameOf, seatsInWords } from '../words.ts';

export type TeamTexts = Pick<Box, 'title' | 'facts' | 'tags' | 'label' | 'tone'>;

/** What the header of a team says. */
export function teamCard(model: OrgModel, team: Team): TeamTexts {
  const title = label(team);
  const { seats, vacant } = headcount(model, team.id);
  const area = nameOf(model, team.term?.id);
  const form = nameOf(model, team.form?.id);
  const parts = [form, sameWords(area, title) ? '' : area, seats > 0 ? seatsInWords(seats, vacant) : ''];
  const meta = parts.filter((part) => part !== '').join(' · ');
  const facts: Fact[] = meta === '' ? [] : [{ text: meta, style: 'meta', most: 2 }];
  const scopes = team.scope.map(({ id }) => nameOf(model, id)).filter((scope) => scope !== '');
  const tags: Tag[] = scopes.map((scope) => ({ kind: 'scope', text: scope, title: `Scope: ${scope}` }));
  const tone: Tone = localityOf(model, team.id);
  const lead = leadOf(model, team);
  const said = [
    `Team ${title}`,
    form,
    area,
    seatsInWords(seats, vacant),
    tone === 'local' ? ['local', ...scopes].join(' ') : 'central',
    lead ? `led by ${label(lead)}` : 'no lead',
  ];
  return { title, facts, tags, tone, label: said.filter((part) => part !== '').join(', ') };
}

/** Who leads a closed team, since its lead's card does not show. */
export function leadLine(model: OrgModel, team: Team, options: ChartOptions): readonly Fact[] {
  const lead = leadOf(model, team);
  if (!lead) return [{ text: 'no lead', style: 'alert', most: 1 }];
  const holder = options.redactPeople || options.show?.holders === false ? undefined : lead.holders[0]?.name;
  const facts: Fact[] = [{ text: label(lead), style: 'detail', most: 2 }];
  if (holder !== undefined) facts.push({ text: holder, style: 'quiet', most: 1 });
  return facts;
}

function leadOf(model: OrgModel, team: Team): Role | undefined {
  return findAs(model, team.lead?.id, 'role');
}

/** `Growth` says nothing beside `Growth Marketing`. */
function sameWords(area: string, title: string): boolean {
  return title.toLowerCase().includes(area.toLowerCase());
}
