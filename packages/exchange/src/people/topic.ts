/** Words before a rank that say nothing about what is led. */
const modifiers = String.raw`(?:senior|sr\.?|junior|principal|interim|acting|deputy|assistant|associate|group|staff|regional|executive|country|stellvertretende[r]?|高级|高級|资深|資深)\s*`;

/** `Director of …`, `VP …`, `Leiterin …`, `مدير …`: the rank stands first. */
const leading = new RegExp(
  String.raw`^(?:${modifiers})*([se]?vp|avp|(?:vice|wakil)[ -]presid\p{L}*|vice-président\p{L}*|director[ae]?|directora|directeur|directrice|diretora?|direttore|direttrice|direktur|head|heads|manager|team lead(?:er)?|lead|leader|supervisor|(?:abteilungs|bereichs|team|gruppen)?leit(?:er(?:in)?|ung)|responsable|responsabile|cheff?e?|jef[ea]|gerente|manajer|kepala|ketua|رئيس قسم|رئيسة قسم|مدير(?:ة)?|رئيس(?:ة)?|نائب رئيس)(?![\p{L}\p{M}])\s*(?:[,:–—-]\s*|(?:of|for|del|de la|de los|de las|de l['’]|du|des|de|d['’]|do|da|dos|das|di|der|des|für|von|departemen|divisi|bagian|tim|إدارة|قسم|فريق)\s+)?(.+)$`,
  'iu',
);

/** `Design Manager, Code Graph`: the rank stands behind what is led, and a part of it may follow. */
const trailing = new RegExp(
  String.raw`^(?:${modifiers})*(.+?)\s+(vp|vice president|director|directora|manager|lead|leader|head|supervisor|gerente|manajer)(?![\p{L}\p{M}])\s*(?:(?:[,:]|\s[–—-]|\bfor\b|\bof\b)\s*(.+))?$`,
  'iu',
);

const chief = /^(?:\p{L}+ )?chief\s+(.+?)\s+officer\b(?:[,:]?\s*(.+))?$/iu;
const cjk =
  /^(?:首席)?(?:高级|高級|资深|資深)?(.+?)(?:副?总监|副?總監|总经理|總經理|经理|經理|主管|主任|负责人|負責人|部长|部長|处长|處長|课长|課長|官)$/u;
const germanCompound = /^(.{4,}?)s?leit(?:er(?:in)?|ung)$/iu;

const initials: { readonly [title: string]: string } = {
  cmo: 'Marketing',
  cro: 'Revenue',
  cto: 'Technology',
  cfo: 'Finance',
  coo: 'Operations',
  cpo: 'Product',
  cio: 'Information Technology',
  chro: 'People',
  cco: 'Communications',
  cbo: 'Brand',
};

/** What somebody manages who is called an account manager is account management. */
const crafts = new Set([
  'account',
  'project',
  'product',
  'program',
  'programme',
  'office',
  'case',
  'category',
  'store',
  'event',
  'vendor',
  'release',
]);

const empty = new Set([
  'department',
  'team',
  'group',
  'unit',
  'office',
  'general',
  'business',
  'operating',
  'executive',
  'managing',
  'section',
  'division',
  'line',
  'area',
  'shift',
  'duty',
]);

/** What a manager's title says about the team: `Director of Content Strategy` leads Content Strategy. */
export interface Topic {
  /** `Design` of `Design Manager, Code Graph`. */
  readonly main: string;
  /** `Code Graph`. */
  readonly part: string;
  /** `Manager`: the word for the rank, as the title has it. */
  readonly rank: string;
}

/** Undefined where the title names no area: `Managing Editor`, `Manager`. */
export function topicOf(title: string): Topic | undefined {
  const short = initials[title.toLowerCase()];
  if (short) return { main: short, part: '', rank: 'Chief' };
  const officer = chief.exec(title);
  if (officer?.[1]) return topic(officer[1], officer[2] ?? '', 'Chief');
  const behind = trailing.exec(title);
  const before = leading.exec(title);
  if (before?.[2]) return split(before[2], before[1] ?? '');
  if (behind?.[1] && behind[2]) {
    const [main = '', ...rest] = splitParts(behind[1]);
    const last = main.toLowerCase().split(' ').at(-1) ?? '';
    const craft = behind[2].toLowerCase() === 'manager' && crafts.has(last) ? `${main} Management` : main;
    return topic(craft, [...rest, behind[3] ?? ''].filter(Boolean).join(', '), behind[2]);
  }
  const compound = cjk.exec(title) ?? germanCompound.exec(title);
  return compound?.[1] ? topic(compound[1], '', '') : undefined;
}

function split(text: string, rank: string): Topic | undefined {
  const [main = '', ...rest] = splitParts(text);
  return topic(main, rest.join(', '), rank);
}

/** At commas and spaced dashes outside brackets. */
function splitParts(text: string): readonly string[] {
  return text.split(/\s*,\s+|\s+[–—-]\s+(?![^(]*\))/u).filter(Boolean);
}

function topic(main: string, part: string, rank: string): Topic | undefined {
  const name = main
    .replace(/^(?:the|la|le|les|el|los|las)\s+/i, '')
    .replace(/[\s,;:&–—-]+$/u, '')
    .trim();
  if (name === '' || empty.has(name.toLowerCase()) || /^\d+$/.test(name))
    return part ? topic(part, '', rank) : undefined;
  return { main: capital(name), part: capital(part.trim()), rank: capital(rank.trim()) };
}

/** The first letter as a title has it. */
export function capital(text: string): string {
  const [first = '', ...rest] = [...text];
  return first.toUpperCase() + rest.join('');
}

const acronyms: { readonly [word: string]: string } = Object.fromEntries(
  'CEO CMO CTO CFO COO CIO CRO CPO VP SVP EVP HR IT PR SEO SEM UX UI AI ML BI CRM ABM SDR BDR B2B B2C EMEA APAC AMER LATAM US UK EU QA API SaaS DevOps DevRel'
    .split(' ')
    .map((word) => [word.toLowerCase(), word]),
);

/** `engineering_manager_repo` → `Engineering Manager Repo`. */
export function humanize(slug: string): string {
  return slug
    .split(/[\s_-]+/)
    .filter(Boolean)
    .map((word) => acronyms[word.toLowerCase()] ?? capital(word))
    .join(' ');
}

const rankWords = new Set(
  'vp svp evp avp vice president director manager head lead leader senior sr regional of the for and chief officer interim acting team'.split(
    ' ',
  ),
);

/** What a position's short name says beyond its title: `engineering_manager_repo`, `Engineering Manager` → `Repo`. */
export function positionBeyond(position: string, title: string): string {
  const said = new Set(title.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const beyond = position
    .split(/[\s_-]+/)
    .filter((word) => !said.has(word.toLowerCase()) && !rankWords.has(word.toLowerCase()));
  return beyond.some((word) => /\p{L}{2}|\p{Lo}/u.test(word)) ? humanize(beyond.join(' ')) : '';
}
