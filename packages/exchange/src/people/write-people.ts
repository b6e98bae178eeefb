import { counted, type Notes } from '../report/collect.ts';
import type { RowOutcome } from '../report/report.ts';
import { type Block, quote } from '../text/block.ts';
import { fold } from '../text/clean.ts';
import { identifier, Names } from '../text/identifier.ts';
import { readMoney } from '../text/money.ts';
import type { Vocabulary } from '../text/vocabulary.ts';
import type { TeamTree } from './build-teams.ts';
import { assignHolders, type Holders } from './holders.ts';
import type { Reporting } from './managers.ts';
import { nameTeams } from './name-teams.ts';
import { type Outsiders, placeOutsiders } from './outsiders.ts';
import { readPlaces } from './places.ts';
import type { PersonRecord } from './record.ts';
import { nameRoles, type RoleNames, titleOf } from './role-names.ts';
import { splitTeams } from './split-teams.ts';
import { allTeams, impliedManager, pathOf, type TeamPlan } from './team-plan.ts';

export interface Writing {
  readonly records: readonly PersonRecord[];
  readonly reporting: Reporting;
  readonly tree: TeamTree;
  readonly holders: 'names' | 'codes' | 'unknown';
  readonly organization: string;
  readonly currency: string | undefined;
  readonly vocabulary: Vocabulary;
  readonly notes: Notes;
}

export interface Written {
  /** Elements by relative path of their file, the file of the organization first. */
  readonly files: ReadonlyMap<string, readonly Block[]>;
  readonly rows: readonly RowOutcome[];
  readonly counts: { readonly [what: string]: number };
}

export function writePeople(writing: Writing): Written {
  return new Writer(writing).write();
}

class Writer {
  readonly #in: Writing;
  /** Names of what any reference may mean; roles have theirs per team, and take none of these. */
  readonly #names = new Names();
  #roles: RoleNames | undefined;
  #outsiders: Outsiders | undefined;
  readonly #levels = new Map<string, { readonly name: string; readonly block?: Block }>();
  readonly #placeOf: (record: PersonRecord) => string;
  readonly #derived: PersonRecord[] = [];
  readonly #costs: PersonRecord[] = [];
  #holders: Holders | undefined;
  #dotted = 0;

  constructor(writing: Writing) {
    this.#in = writing;
    this.#placeOf = readPlaces(writing.records, writing.notes);
  }

  write(): Written {
    const { tree, records, notes } = this.#in;
    nameTeams(tree.top, this.#names);
    const files = splitTeams(tree.top, tree.loose.length);
    this.#outsiders = placeOutsiders(records, this.#in.reporting, tree, this.#names, notes);
    this.#roles = nameRoles(allTeams([...files.values()].flat()), tree, records, this.#names);
    this.#holders = assignHolders(records, this.#in.holders, this.#placeOf, this.#names, notes);
    const organization = this.#names.take(
      identifier(this.#in.organization, 'organization'),
      `${identifier(this.#in.organization, 'organization')}-organization`,
    );
    const written = new Map<string, readonly Block[]>();
    for (const [path, teams] of files) {
      const blocks = teams.map((team) => this.#team(team, pathOf(team)));
      const inside = allTeams(teams).flatMap((team) => team.roles);
      if (path !== 'organization.mktorg') {
        written.set(path, [...blocks, ...this.#persons(inside)]);
        continue;
      }
      const loose = tree.loose.map((record) => this.#role(record, undefined));
      written.set(path, [
        { header: `organization ${organization} ${quote(this.#in.organization)}` },
        ...this.#outsiders.blocks,
        ...blocks,
        ...loose,
        ...this.#persons([...inside, ...tree.loose]),
      ]);
    }
    // Levels are known once every role is written.
    const main = written.get('organization.mktorg') ?? [];
    const levels = [...this.#levels.values()].flatMap(({ block }) => (block ? [block] : []));
    const [first] = levels;
    written.set('organization.mktorg', [
      ...main,
      ...(first ? [{ ...first, comment: 'Grades of the source.' }, ...levels.slice(1)] : []),
    ]);
    this.#report();
    return { files: written, rows: this.#rows(), counts: this.#counts(files) };
  }

  #nameOf(record: PersonRecord): string {
    return this.#roles?.nameOf(record) ?? '';
  }

  #refer(record: PersonRecord, from: TeamPlan | undefined): string {
    return this.#roles?.refer(record, from) ?? '';
  }

  #team(team: TeamPlan, name = team.name): Block {
    const term = this.#in.vocabulary.term('function', team.title);
    return {
      header: `team ${name} ${quote(team.title)}${term ? ` is ${term}` : ''}`,
      statements: team.lead ? [`lead ${this.#refer(team.lead, team)}`] : [],
      children: [
        ...team.roles.map((record) => this.#role(record, team)),
        ...team.children.map((inner) => this.#team(inner)),
      ],
    };
  }

  #role(record: PersonRecord, team: TeamPlan | undefined): Block {
    const holder = this.#holders?.holderOf(record);
    const ofPerson = this.#holders?.declares(record) ?? false;
    const location = this.#placeOf(record);
    const [id] = record.ids;
    const outside = this.#outsiders?.noteOf(record);
    const department = this.#in.tree.otherUnit[record.index]?.title;
    const lines = this.#in.reporting.dotted[record.index] ?? [];
    this.#dotted += lines.length;
    const title = titleOf(record);
    return {
      header: `role ${this.#nameOf(record)}${title ? ` ${quote(title)}` : ''}`,
      statements: [
        ...(id === undefined ? [] : [`id ${quote(id)}`]),
        ...(record.level ? [`level ${this.#level(record.level)}`] : []),
        ...(record.seats > 1 ? [`seats ${record.seats}`] : []),
        ...(record.fte !== 1 && (!ofPerson || record.seats > 1) ? [`fte ${record.fte}`] : []),
        ...this.#reportsTo(record, team),
        ...(holder === undefined ? [] : [`held by ${holder}`]),
        ...(record.interim ? ['interim'] : []),
        ...(location && !ofPerson ? [`location ${quote(location)}`] : []),
        ...this.#cost(record),
        ...(record.engagement ? [`tags ${identifier(record.engagement, 'tag')}`] : []),
        ...(record.start && this.#isVacant(record)
          ? [`note ${quote(`Planned start: ${record.start}`)}`]
          : []),
        ...(outside === undefined ? [] : [`note ${quote(outside)}`]),
        ...(department === undefined ? [] : [`note ${quote(`Department: ${department}`)}`]),
        ...(record.specialty ? [`note ${quote(`Specialty: ${record.specialty}`)}`] : []),
        ...record.notes.map((note) => `note ${quote(note)}`),
      ],
      lines: lines.map((to) => `..> ${this.#refer(to, team)}`),
    };
  }

  /** Where the line differs from what leads imply. */
  #reportsTo(record: PersonRecord, team: TeamPlan | undefined): readonly string[] {
    if (this.#in.reporting.outsider[record.index]) {
      const external = this.#outsiders?.externalOf(record);
      return external === undefined ? [] : [`reports to ${external}`];
    }
    const manager = this.#in.reporting.manager[record.index];
    const implied = impliedManager(record, team);
    if (manager && implied?.index !== manager.index) return [`reports to ${this.#refer(manager, team)}`];
    if (!manager && implied) this.#derived.push(record);
    return [];
  }

  #level(text: string): string {
    const known = this.#levels.get(fold(text));
    if (known) return known.name;
    const standard = this.#in.vocabulary.term('level', text);
    const name = standard ?? this.#names.take(identifier(text, 'level'));
    this.#levels.set(
      fold(text),
      standard ? { name } : { name, block: { header: `level ${name} ${quote(text)}` } },
    );
    return name;
  }

  #cost(record: PersonRecord): readonly string[] {
    if (!record.cost) return [];
    const money = readMoney(record.cost, this.#in.currency);
    if (money) return [`cost ${money}`];
    this.#costs.push(record);
    return [];
  }

  #isVacant(record: PersonRecord): boolean {
    return record.vacant || (this.#in.holders === 'names' && record.name === '');
  }

  #persons(records: readonly PersonRecord[]): readonly Block[] {
    return records.flatMap((record) => this.#holders?.personOf(record) ?? []);
  }

  #report(): void {
    const { notes } = this.#in;
    if (this.#derived.length > 0) {
      notes.add(
        {
          code: 'manager-from-team',
          severity: 'warning',
          what: `${counted(this.#derived.length, 'row has', 'rows have')} no manager, and a department that somebody leads.`,
          done: 'They stand in its team, and so they report to its lead.',
          wayOut: 'Fill in the manager, or write `reports to` in the text.',
        },
        this.#derived.map((record) => record.at),
      );
    }
    if (this.#costs.length > 0) {
      notes.add(
        {
          code: 'cost-unreadable',
          severity: 'warning',
          what: `${counted(this.#costs.length, 'cost', 'costs')} without a currency, or no amount.`,
          done: 'They were left out.',
          wayOut: 'Write the currency with the amount, 85000 EUR, or say it for all: --currency EUR.',
        },
        this.#costs.map((record) => record.at),
      );
    }
    const { loose } = this.#in.tree;
    if (loose.length > 0) {
      notes.add(
        {
          code: 'outside-teams',
          severity: 'info',
          what: `${counted(loose.length, 'row has', 'rows have')} neither a department, nor a manager in the file, nor reports.`,
          done: 'They are roles outside every team.',
          wayOut: 'Move them into a team, or fill in the department.',
        },
        loose.map((record) => record.at),
      );
    }
  }

  #rows(): readonly RowOutcome[] {
    return this.#in.records.map((record) => {
      const team = this.#in.tree.home[record.index];
      const name = this.#nameOf(record);
      return { ...record.at, element: team ? `${pathOf(team)}.${name}` : name };
    });
  }

  #counts(files: ReadonlyMap<string, readonly TeamPlan[]>): { readonly [what: string]: number } {
    const { records, holders } = this.#in;
    const seats = records.reduce((sum, record) => sum + record.seats, 0);
    const filled = records.filter((record) => this.#holders?.holderOf(record) !== undefined).length;
    return {
      roles: records.length,
      seats,
      ...(holders === 'unknown' ? {} : { people: this.#holders?.people ?? 0, vacancies: seats - filled }),
      teams: allTeams([...files.values()].flat()).length,
      externals: this.#outsiders?.blocks.length ?? 0,
      'dotted lines': this.#dotted,
    };
  }
}
