import { fold } from '../text/clean.ts';

/** What exports write into the holder's cell where there is no holder. */
const vacancyWords = new Set(
  [
    'vacant vacancy open unfilled tbd tbh tba tbc hiring recruiting new unassigned empty none nobody',
    'offen unbesetzt vakant vacante vago vaga lowong kosong 空缺 招聘中 待聘 空席 شاغر شاغرة',
  ]
    .join(' ')
    .split(' '),
);
const vacancyPhrases = new Set([
  'open position',
  'open role',
  'open seat',
  'open req',
  'open requisition',
  'vacant position',
  'vacant post',
  'vacant seat',
  'new hire',
  'new position',
  'future hire',
  'planned hire',
  'to be hired',
  'to be determined',
  'to be announced',
  'to be confirmed',
  'to be filled',
  'to hire',
  'not filled',
  'offene stelle',
  'n n',
  'nn',
  'poste vacant',
  'poste a pourvoir',
  'poste à pourvoir',
  'puesto vacante',
  'posisi kosong',
]);
/** A holder whom the source does not name: the organograms write `N/D`, not disclosed. */
const undisclosed = new Set([
  'n d',
  'not disclosed',
  'undisclosed',
  'redacted',
  'withheld',
  'confidential',
  'anonymous',
]);
const nothing = new Set([
  '',
  'n a',
  'na',
  'none',
  'null',
  'nil',
  'nan',
  'unknown',
  'undefined',
  'not applicable',
  'x',
  'xx',
  'xxx',
  '0',
]);

/** What a holder's cell says. */
export function readHolder(text: string): {
  readonly name: string;
  readonly says: 'name' | 'vacant' | 'undisclosed' | 'nothing';
} {
  const key = fold(text);
  if (undisclosed.has(key)) return { name: '', says: 'undisclosed' };
  if (nothing.has(key)) return { name: '', says: 'nothing' };
  const bare = key.replace(/ ?\d+$/, '');
  if (vacancyWords.has(bare) || vacancyPhrases.has(bare)) return { name: '', says: 'vacant' };
  return { name: text, says: 'name' };
}

/** Whether a cell says that there is nothing: blank, `-`, `N/A`, `none`, the organogram's `XX`. */
export function saysNothing(text: string): boolean {
  return nothing.has(fold(text));
}

/** Whether the cell of an identifier is as good as blank. Some systems begin to count at 0. */
export function isNoId(text: string): boolean {
  return /^(?:n\/?a|none|null|nil|nan|[-–—.]+)?$/i.test(text);
}

/** `0.8`, `0,8`, `80%`, `17`; undefined for what is no number. */
export function readNumber(text: string): number | undefined {
  const match = /^(\d+)(?:[.,](\d+))?(%?)$/.exec(text.replace(/[\s\u00A0]/g, ''));
  if (!match) return undefined;
  const [, whole, decimals, percent] = match;
  return Number(`${whole}.${decimals ?? '0'}`) / (percent ? 100 : 1);
}

const yes = new Set([
  'yes',
  'y',
  'true',
  '1',
  'x',
  'ja',
  'oui',
  'sí',
  'si',
  'ya',
  '是',
  'نعم',
  'vacant',
  'vacancy',
  'open',
]);

export function saysYes(text: string): boolean {
  return yes.has(fold(text));
}

/** What a column about the kind of row says; undefined where it says neither. */
export function readKind(text: string, heading: string): 'person' | 'vacancy' | undefined {
  const key = fold(text);
  if (key === '') return undefined;
  if (/vacan/.test(fold(heading)) && (saysYes(key) || ['no', 'n', 'false', '0'].includes(key)))
    return saysYes(key) ? 'vacancy' : 'person';
  if (fold(heading) === 'filled') return saysYes(key) ? 'person' : 'vacancy';
  if (readHolder(text).says === 'vacant' || /vacan|open|unfilled|hiring|req/.test(key)) return 'vacancy';
  if (/person|employee|filled|occupied|incumbent|active|human|worker/.test(key)) return 'person';
  return undefined;
}

/** Whether an employment status says that the person has left. */
export function hasLeft(status: string): boolean {
  return /^(terminated|left|former|inactive|resigned|retired|deceased|ausgeschieden|parti|sorti|baja|离职|離職|inaktiv|inactif|inactivo|keluar|nonaktif|غير نشط)\b/iu.test(
    status.trim(),
  );
}

const outside =
  /contract|freelanc|consult|agency|temp|intern\b|internship|trainee|apprentice|external|contingent|vendor|werkstudent|praktik|stagiaire|prestataire|becari|magang|kontrak|实习|實習|外包|متدرب|متعاقد/iu;

/** `Contractor` of a kind of employment; empty for ordinary employees. */
export function readEngagement(text: string): string {
  return outside.test(text) && !/non[- ]?contract|permanent/i.test(text) ? text : '';
}
