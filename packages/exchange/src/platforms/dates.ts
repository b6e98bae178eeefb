const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Which of two numbers is the day in `03/04/2027`; undefined where a column never shows it. */
export type DayOrder = 'day-first' | 'month-first' | undefined;

/** Looks for a number above 12 in the dates of a column; contradictions count as not shown. */
export function dayOrderOf(texts: readonly string[]): DayOrder {
  let dayFirst = false;
  let monthFirst = false;
  for (const text of texts) {
    const match = /^(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}\b/.exec(text.trim());
    if (Number(match?.[1]) > 12) dayFirst = true;
    if (Number(match?.[2]) > 12) monthFirst = true;
  }
  return dayFirst === monthFirst ? undefined : dayFirst ? 'day-first' : 'month-first';
}

/** A date as the language writes it: `2027-03-31`, `2027-03`, `2027-Q1`, `2027`; undefined where it is not clear. */
export function readDate(text: string, order: DayOrder): string | undefined {
  const plain = text.trim();
  const iso = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T ].*)?$/.exec(plain);
  if (iso?.[1]) return join(iso[1], iso[2], iso[3]);
  const quarter = /^(?:(\d{4})[- ]?Q([1-4])|Q([1-4])[- /]?(\d{4}))$/i.exec(plain);
  if (quarter) return `${quarter[1] ?? quarter[4]}-Q${quarter[2] ?? quarter[3]}`;
  if (/^(?:19|20)\d\d$/.test(plain)) return plain;
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(plain);
  if (dotted?.[3]) return join(dotted[3], dotted[2], dotted[1]);
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(plain);
  if (slashed?.[3]) {
    if (order === undefined && slashed[1] !== slashed[2]) return undefined;
    return order === 'month-first'
      ? join(slashed[3], slashed[1], slashed[2])
      : join(slashed[3], slashed[2], slashed[1]);
  }
  const named =
    /^(?:(\d{1,2})(?:st|nd|rd|th)?[ -])?([A-Za-z]{3,9})\.?[ -](?:(\d{1,2})(?:st|nd|rd|th)?,? )?(\d{4})$/.exec(
      plain,
    );
  const month = named?.[2] ? months.indexOf(named[2].slice(0, 3).toLowerCase()) + 1 : 0;
  return named?.[4] && month > 0 ? join(named[4], String(month), named[1] ?? named[3]) : undefined;
}

function join(year: string, month: string | undefined, day: string | undefined): string | undefined {
  const m = Number(month);
  if (m < 1 || m > 12) return undefined;
  if (day === undefined) return `${year}-${String(m).padStart(2, '0')}`;
  const d = Number(day);
  if (d < 1 || d > daysIn(Number(year), m)) return undefined;
  return `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}
