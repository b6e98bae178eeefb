import { type OrgModel, type Platform, shortestName } from '@mktorg/model';
import type { PlatformField } from '../headings/fields.ts';
import { saysNothing, saysYes } from '../people/values.ts';
import { type Notes, quotedList } from '../report/collect.ts';
import type { SourceRow } from '../report/report.ts';
import { type Block, quote } from '../text/block.ts';
import { fold } from '../text/clean.ts';
import { identifier } from '../text/identifier.ts';
import { readMoney } from '../text/money.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import { type DayOrder, readDate } from './dates.ts';
import { Kept } from './kept.ts';
import { listedTeams, meansEverybody, type Parties, splitNames } from './parties.ts';
import { categoryOfProduct } from './products.ts';
import { readStatus } from './status.ts';

/** One row of an inventory. */
export interface PlatformRow {
  readonly at: SourceRow;
  readonly title: string;
  readonly id: string | undefined;
  /** Cells of a field that are not blank. */
  readonly cells: (field: PlatformField) => readonly string[];
}

export interface PlatformWriting {
  readonly rows: readonly (PlatformRow & { readonly name: string })[];
  readonly parties: Parties;
  readonly into: OrgModel | undefined;
  /** Those of the organization that stay. */
  readonly platforms: readonly Platform[];
  readonly vocabulary: Vocabulary;
  readonly currency: string | undefined;
  readonly guessCategories: boolean;
  readonly dayOrder: DayOrder;
  readonly costPer: 'year' | 'month';
  readonly notes: Notes;
}

/** Writes platforms row by row, and gathers what could not be placed as it stands. */
export class PlatformWriter {
  readonly parties: Parties;
  readonly #in: PlatformWriting;
  readonly #platforms = new Map<string, string>();
  readonly #kept = new Kept();

  constructor(writing: PlatformWriting) {
    this.#in = writing;
    this.parties = writing.parties;
    for (const platform of writing.platforms) {
      const name = writing.into ? shortestName(writing.into, platform.id) : platform.name;
      this.#platforms.set(fold(platform.title ?? platform.name), name);
    }
    for (const row of writing.rows) {
      this.#platforms.set(fold(row.title), row.name);
      // Before any owner, because who uses platforms is a team, whatever the name of an owner sounds like.
      for (const cell of row.cells('users')) {
        if (!saysNothing(cell) && !meansEverybody(cell))
          for (const team of listedTeams(cell) ?? []) this.parties.team(team);
      }
    }
  }

  platform(row: PlatformRow & { readonly name: string }): Block {
    const category = this.#category(row);
    const owners = this.#owners(row);
    const users = this.#users(row);
    const integrations = this.#integrations(row);
    const data = this.#personalData(row);
    const tags: string[] = [];
    const notes: string[] = [];
    const statements = [
      ...(row.id === undefined ? [] : [`id ${quote(row.id)}`]),
      ...owners.statements,
      ...users.statements,
      ...integrations.statements,
      ...data.statements,
      ...this.#cost(row, notes),
      ...this.#renewal(row, notes),
      ...this.#boughtBy(row),
      ...this.#status(row, notes),
    ];
    tags.push(...category.tags, ...this.#tags(row));
    notes.push(...owners.notes, ...users.notes, ...integrations.notes, ...data.notes);
    notes.push(...row.cells('vendor').map((vendor) => `Vendor: ${vendor}`));
    const links = row
      .cells('link')
      .map((link) => (/^https?:\/\//.test(link) ? `link "Website" ${quote(link)}` : `link ${quote(link)}`));
    notes.push(...row.cells('note').filter((note) => !saysNothing(note)));
    return {
      header: `platform ${row.name} ${quote(row.title)}${category.term ? ` is ${category.term}` : ''}`,
      statements: [
        ...statements,
        ...(tags.length > 0 ? [`tags ${[...new Set(tags)].join(', ')}`] : []),
        ...links,
        ...notes.map((note) => `note ${quote(note)}`),
      ],
    };
  }

  #category(row: PlatformRow): { readonly term?: string; readonly tags: readonly string[] } {
    const [text] = row.cells('category');
    const { vocabulary } = this.#in;
    const term = text === undefined ? undefined : vocabulary.term('category', text);
    if (term) return { term, tags: [] };
    const known = this.#in.guessCategories ? categoryOfProduct(row.title) : undefined;
    const guessed = known && vocabulary.term('category', known);
    if (guessed) this.#kept.add('category-from-product', row, guessed);
    else if (text === undefined) this.#kept.add('no-category', row, row.title);
    if (text !== undefined) this.#kept.add('category-unknown', row, text);
    return {
      ...(guessed && { term: guessed }),
      tags: text === undefined ? [] : [identifier(text, 'category')],
    };
  }

  #owners(row: PlatformRow): Parts {
    const owners = row
      .cells('owner')
      .filter((cell) => !saysNothing(cell))
      .flatMap(splitOwners);
    const technical = row
      .cells('technical-owner')
      .filter((cell) => !saysNothing(cell))
      .flatMap(splitOwners);
    const [first, ...others] = owners;
    if (first === undefined) this.#kept.add('no-owner', row, row.title);
    if (others.length > 0) this.#kept.add('several-owners', row, others.join(', '));
    if (technical.length > 0) this.#kept.add('technical-owner', row, technical.join(', '));
    return {
      statements: first === undefined ? [] : [`owner ${this.parties.owner(first)}`],
      notes: [
        ...(others.length > 0 ? [`Also owned by ${others.join(', ')}`] : []),
        ...(technical.length > 0 ? [`Technical owner: ${technical.join(', ')}`] : []),
      ],
    };
  }

  #users(row: PlatformRow): Parts {
    const statements: string[] = [];
    const notes: string[] = [];
    const purposes = row.cells('purpose').filter((cell) => !saysNothing(cell));
    const users: string[] = [];
    for (const cell of row.cells('users')) {
      if (saysNothing(cell)) continue;
      const { organization } = this.parties;
      const teams = listedTeams(cell);
      if (organization !== undefined && meansEverybody(cell)) users.push(organization);
      else if (teams) users.push(...teams.map((team) => this.parties.team(team)));
      else {
        notes.push(`Users: ${cell}`);
        const named = this.parties.teamsIn(cell);
        users.push(...named);
        this.#kept.add(named.length > 0 ? 'users-in-sentence' : 'users-in-words', row, cell);
      }
    }
    const distinct = [...new Set(users)];
    const purpose = purposes.length > 0 ? ` for ${purposes.map(quote).join(', ')}` : '';
    if (distinct.length > 0) statements.push(`used by ${distinct.join(', ')}${purpose}`);
    else notes.push(...purposes.map((text) => `Purpose: ${text}`));
    return { statements, notes };
  }

  #integrations(row: PlatformRow & { readonly name: string }): Parts {
    const found: string[] = [];
    const notes: string[] = [];
    for (const cell of row.cells('integrations')) {
      if (saysNothing(cell) || /^(?:no|false|-+)$/i.test(cell)) continue;
      const parts = cell
        .split(/[;,|]/)
        .map((part) => part.trim())
        .filter(Boolean);
      const names = parts.map((part) => this.#platforms.get(fold(part)));
      const unknown = parts.filter((_, i) => names[i] === undefined);
      for (const name of names) if (name !== undefined && name !== row.name) found.push(name);
      if (unknown.length > 0) {
        notes.push(`Integration: ${unknown.length === parts.length ? cell : unknown.join(', ')}`);
        this.#kept.add('integration-in-words', row, unknown.join(', '));
      }
    }
    const distinct = [...new Set(found)];
    return { statements: distinct.length > 0 ? [`integrates ${distinct.join(', ')}`] : [], notes };
  }

  #personalData(row: PlatformRow): Parts {
    const said = row.cells('personal-data').filter((cell) => !saysNothing(cell));
    const byClass = row
      .cells('data-class')
      .some((cell) => /\bpii\b|personal|personenbezogen|personnelles|个人|個人|شخصية/i.test(cell));
    const laws: string[] = [];
    const other: string[] = [];
    for (const part of row.cells('regulation').flatMap(splitNames)) {
      const law = saysNothing(part) ? undefined : this.#in.vocabulary.term('regulation', part);
      if (law) laws.push(law);
      else if (!saysNothing(part)) other.push(part);
    }
    const no = said.some((cell) => /^(?:no|n|false|nein|non|tidak|否|لا)$/i.test(cell));
    const holds =
      byClass ||
      said.some((cell) => saysYes(cell) || this.#in.vocabulary.term('regulation', cell) !== undefined) ||
      (laws.length > 0 && !no);
    for (const cell of said) {
      const law = this.#in.vocabulary.term('regulation', cell);
      if (law) laws.push(law);
      else if (!saysYes(cell) && !no) other.push(cell);
    }
    const kept = holds ? other : [...other, ...laws];
    if (kept.length > 0) this.#kept.add('compliance-in-words', row, kept.join(', '));
    const under = [...new Set(laws)];
    return {
      statements: holds ? [`personal data${under.length > 0 ? ` under ${under.join(', ')}` : ''}`] : [],
      notes: kept.length > 0 ? [`Compliance: ${kept.join(', ')}`] : [],
    };
  }

  #cost(row: PlatformRow, notes: string[]): readonly string[] {
    const [text] = row.cells('cost');
    if (text === undefined || saysNothing(text)) return [];
    const [currency] = row.cells('currency');
    const money = readMoney(
      currency ? `${text} ${currency.toUpperCase()}` : text,
      this.#in.currency,
      this.#in.costPer,
    );
    if (money) return [`cost ${money}`];
    notes.push(`Cost: ${text}`);
    this.#kept.add('cost-unreadable', row, text);
    return [];
  }

  #renewal(row: PlatformRow, notes: string[]): readonly string[] {
    const [text] = row.cells('renewal');
    if (text === undefined || saysNothing(text)) return [];
    const date = readDate(text, this.#in.dayOrder);
    if (date) return [`renews ${date}`];
    notes.push(`Renews ${text}`);
    this.#kept.add('renewal-unreadable', row, text);
    return [];
  }

  #boughtBy(row: PlatformRow): readonly string[] {
    const [text] = row.cells('bought-by');
    return text === undefined || saysNothing(text) ? [] : [`bought by ${this.parties.owner(text)}`];
  }

  #status(row: PlatformRow, notes: string[]): readonly string[] {
    const [text] = row.cells('status');
    if (text === undefined || saysNothing(text)) return [];
    const status = readStatus(text);
    if (status) return status === 'live' ? [] : [`status ${status}`];
    notes.push(`Status: ${text}`);
    this.#kept.add('status-unknown', row, text);
    return [];
  }

  #tags(row: PlatformRow): readonly string[] {
    const tags = row
      .cells('data-class')
      .filter((cell) => !saysNothing(cell))
      .map((cell) => identifier(`data ${cell}`, 'data'));
    for (const tier of row.cells('tier')) {
      if (saysNothing(tier) || /^tb[dac]$/i.test(tier)) continue;
      tags.push(
        /tier|critic|kritik/i.test(tier) ? identifier(tier, 'tier') : identifier(`tier ${tier}`, 'tier'),
      );
    }
    return tags;
  }

  /** What is said once about many rows. */
  report(): void {
    for (const group of this.parties.alike()) {
      this.#in.notes.add({
        code: 'teams-alike',
        severity: 'warning',
        what: `${quotedList(group)} may be one team.`,
        done: 'They became different teams.',
        wayOut: 'If they are one, write it the same in every row and import again.',
      });
    }
    this.#kept.report(this.#in.notes);
  }
}

interface Parts {
  readonly statements: readonly string[];
  readonly notes: readonly string[];
}

/** Owners are parted by semicolons or commas; `Smith, Jane` is one. */
function splitOwners(text: string): readonly string[] {
  const bySemicolon = text
    .split(/[;|]/)
    .map((part) => part.trim())
    .filter(Boolean);
  if (bySemicolon.length > 1) return bySemicolon;
  const byComma = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  return byComma.length === 2 && byComma.every((part) => /^\p{L}+$/u.test(part)) ? [text] : byComma;
}
