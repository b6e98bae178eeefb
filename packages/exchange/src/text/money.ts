const symbols: readonly (readonly [RegExp, string])[] = [
  [/R\$/, 'BRL'],
  [/A\$/, 'AUD'],
  [/C\$|CA\$/, 'CAD'],
  [/S\$/, 'SGD'],
  [/NT\$/, 'TWD'],
  [/HK\$/, 'HKD'],
  [/€/, 'EUR'],
  [/£/, 'GBP'],
  [/\$/, 'USD'],
  [/₹/, 'INR'],
  [/₩/, 'KRW'],
  [/¥|￥|円/, 'JPY'],
  [/元/, 'CNY'],
  [/zł/, 'PLN'],
  [/\bRp\b/, 'IDR'],
  [/ر\.س/, 'SAR'],
];

/** An amount as the language writes it, for instance `85k EUR per year`; undefined where amount or currency is not clear. */
export function readMoney(
  text: string,
  currency: string | undefined,
  per: 'year' | 'month' = 'year',
): string | undefined {
  const code =
    /(?<![A-Za-z])([A-Z]{3})(?![A-Za-z])/.exec(text)?.[1] ??
    symbols.find(([symbol]) => symbol.test(text))?.[1] ??
    currency;
  const number = /(\d[\d.,\s'’]*)\s*(k|m|mn|mio|million|thousand|tsd)?(?![a-z])/i.exec(text);
  if (!code || !/^[A-Z]{3}$/.test(code) || !number?.[1] || /-\s*[\d$€£]/.test(text)) return undefined;
  const amount = amountOf(number[1], number[2]?.toLowerCase());
  if (amount === undefined) return undefined;
  const period = /month|monat|mois|\bmes\b|bulan|\/\s*mo\b|\bp\.?m\.?\b/i.test(text)
    ? 'month'
    : /quarter/i.test(text)
      ? 'quarter'
      : /year|annum|annual|jahr|\ban\b|año|\bp\.?a\.?\b/i.test(text)
        ? 'year'
        : per;
  return `${short(amount)} ${code} per ${period}`;
}

function amountOf(digits: string, unit: string | undefined): number | undefined {
  const compact = digits.replace(/[\s'’]/g, '').replace(/[.,]$/, '');
  const last = Math.max(compact.lastIndexOf('.'), compact.lastIndexOf(','));
  const tail = compact.length - last - 1;
  // A lone mark before three digits parts thousands: nobody prices software to a tenth of a cent.
  const decimal = last >= 0 && (tail !== 3 || (compact.includes('.') && compact.includes(',') && tail < 3));
  const whole = (decimal ? compact.slice(0, last) : compact).replace(/[.,]/g, '');
  const value = Number(decimal ? `${whole}.${compact.slice(last + 1)}` : whole);
  if (!Number.isFinite(value)) return undefined;
  const factor = unit === undefined ? 1 : unit.startsWith('k') || unit.startsWith('t') ? 1e3 : 1e6;
  return Math.round(value * factor * 100) / 100;
}

function short(amount: number): string {
  if (amount >= 1e6 && amount % 1e5 === 0) return `${amount / 1e6}M`;
  if (amount >= 1e3 && amount % 1e3 === 0) return `${amount / 1e3}k`;
  return String(amount);
}
