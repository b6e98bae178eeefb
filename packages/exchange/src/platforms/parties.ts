import { type Element, type OrgModel, shortestName } from '@mktorg/model';
import { type Block, quote } from '../text/block.ts';
import { fold } from '../text/clean.ts';
import { identifier, type Names } from '../text/identifier.ts';
import { type Vocabulary, writtenOut } from '../text/vocabulary.ts';

/** Those whom an inventory names: owners, users, buyers. Elements of an existing organization, or new ones. */
export class Parties {
  readonly #names: Names;
  readonly #vocabulary: Vocabulary;
  /** Who can own or buy, and who can use, by name as it is written; a person can only own. */
  readonly #owners = new Map<string, string>();
  readonly #users = new Map<string, string>();
  /** The same by name with abbreviations written out; new ones are told apart by how they are written. */
  readonly #existingOwners = new Map<string, string>();
  readonly #existingUsers = new Map<string, string>();
  readonly #usersWrittenOut = new Map<string, string>();
  readonly #blocks: {
    readonly kind: 'team' | 'person';
    readonly title: string;
    readonly block: Block;
  }[] = [];
  /** What means everybody. */
  readonly organization: string | undefined;

  constructor(
    names: Names,
    vocabulary: Vocabulary,
    into: OrgModel | undefined,
    organization: string | undefined,
    stays: (element: Element) => boolean,
  ) {
    this.#names = names;
    this.#vocabulary = vocabulary;
    this.organization = organization;
    if (into) this.#learn(into, stays);
  }

  #learn(into: OrgModel, stays: (element: Element) => boolean): void {
    const learn = (text: string | undefined, name: string, uses: boolean): void => {
      if (!text) return;
      this.#owners.set(fold(text), name);
      this.#existingOwners.set(writtenOut(text), name);
      if (!uses) return;
      this.#users.set(fold(text), name);
      this.#existingUsers.set(writtenOut(text), name);
      this.#usersWrittenOut.set(writtenOut(text), name);
    };
    for (const role of into.byKind.role) {
      for (const holder of role.holders)
        learn(holder.name, shortestName(into, holder.person ?? role.id), false);
    }
    for (const kind of ['person', 'committee', 'external', 'partner', 'role', 'team'] as const) {
      for (const element of into.byKind[kind]) {
        if (!stays(element)) continue;
        const uses = kind !== 'person' && kind !== 'committee';
        const name = shortestName(into, element.id);
        for (const text of [element.sourceId?.value, element.name, element.title]) learn(text, name, uses);
      }
    }
  }

  /** A reference to a team of this name. */
  team(text: string): string {
    return (
      this.#users.get(fold(text)) ?? this.#existingUsers.get(writtenOut(text)) ?? this.#add(text, 'team')
    );
  }

  /** References to the teams that a sentence names, of those that are known by more than one word. */
  teamsIn(sentence: string): readonly string[] {
    const words = writtenOut(sentence).split(' ');
    const found = new Set<string>();
    for (let from = 0; from < words.length; from++) {
      for (let length = Math.min(mostWords, words.length - from); length > 1; length--) {
        const name = this.#usersWrittenOut.get(words.slice(from, from + length).join(' '));
        if (name === undefined) continue;
        found.add(name);
        from += length - 1;
        break;
      }
    }
    return [...found];
  }

  /** A reference to an owner: a team where the name sounds like one, else a person. */
  owner(text: string): string {
    const known = this.#owners.get(fold(text)) ?? this.#existingOwners.get(writtenOut(text));
    return known ?? this.#add(text, this.#soundsLikeTeam(text) ? 'team' : 'person');
  }

  /** Teams whose names differ by abbreviations only. */
  alike(): readonly (readonly string[])[] {
    const groups = new Map<string, string[]>();
    for (const { kind, title } of this.#blocks) {
      if (kind !== 'team') continue;
      const key = writtenOut(title);
      const group = groups.get(key);
      if (group) group.push(title);
      else groups.set(key, [title]);
    }
    return [...groups.values()].filter((group) => group.length > 1);
  }

  teams(): readonly Block[] {
    return this.#blocks.flatMap(({ kind, block }) => (kind === 'team' ? [block] : []));
  }

  people(): readonly Block[] {
    return this.#blocks.flatMap(({ kind, block }) => (kind === 'person' ? [block] : []));
  }

  #add(text: string, kind: 'team' | 'person'): string {
    const name = this.#names.take(identifier(text, kind));
    this.#owners.set(fold(text), name);
    if (kind === 'team') {
      this.#users.set(fold(text), name);
      if (!this.#usersWrittenOut.has(writtenOut(text))) this.#usersWrittenOut.set(writtenOut(text), name);
    }
    const code = kind === 'person' && isCode(text);
    const term = kind === 'team' ? this.#vocabulary.term('function', text) : undefined;
    const block: Block = {
      header: `${kind} ${name} ${quote(text)}${term ? ` is ${term}` : ''}`,
      statements: code ? [`id ${quote(text)}`] : [],
    };
    this.#blocks.push({ kind, title: text, block });
    return name;
  }

  #soundsLikeTeam(text: string): boolean {
    if (isCode(text) || text.includes('@')) return false;
    if (this.#vocabulary.term('function', text)) return true;
    return /\b(?:marketing|operations|ops|team|department|dept|sales|it|finance|legal|hr|brand|content|digital|growth|product|design|analytics|communications|comms|support|services?|engineering|security|data|procurement|office|group|committee|council|equipo|équipe|tim|abteilung)\b|部|组|組|团队|團隊|فريق|قسم|إدارة/iu.test(
      text,
    );
  }
}

/** No team has a longer name. */
const mostWords = 6;

/** `O001`, `jdoe7`: one word with a digit. */
function isCode(text: string): boolean {
  return /^[\p{L}\p{N}._-]*\d[\p{L}\p{N}._-]*$/u.test(text);
}

/** Several names in one cell. */
export function splitNames(text: string): readonly string[] {
  return text
    .split(/[;,|\n]|\s+(?:and|und|et|y|dan|&)\s+/)
    .map((part) => part.trim())
    .filter(Boolean);
}

const everybody =
  /^(?:all |everyone|everybody|company[ -]?wide|whole company|entire company|organi[sz]ation[ -]?wide|team members|all team members|employees|staff)/i;

/** Whether a cell of users means everybody. */
export function meansEverybody(text: string): boolean {
  return everybody.test(text.trim()) && text.length < 30;
}

/**
 * The teams that a cell of users lists, if a list of names is all that it is. Sentences about access are no list: they
 * are better kept whole than cut into teams that nobody has.
 */
export function listedTeams(text: string): readonly string[] | undefined {
  const parts = splitNames(text).map((part) =>
    part
      .replace(/^the /i, '')
      .replace(/[\s,]+(?:teams?|departments?|dept\.?)$/i, '')
      .trim(),
  );
  const isName = (part: string): boolean => {
    const words = part.split(/\s+/);
    if (part === '' || words.length > 4 || part.length > 40 || /[.:;*()?!"]/.test(part)) return false;
    if (
      /\b(?:access|members?|some|only|other|others|with|requests?|users?|limited|defined|holders|who|those|multiple|various|several|varies)\b/i.test(
        part,
      )
    )
      return false;
    // Scripts without capitals cannot show a name by one.
    return words.every(
      (word) =>
        /^(?:\p{Lu}|\p{Lo}|\p{N}|ops\b)/u.test(word) ||
        /^(?:of|for|de|di|du|la|und|y|e|&|\/)$/.test(word) ||
        words.length === 1,
    );
  };
  return parts.length > 0 && parts.every(isName) ? parts : undefined;
}
