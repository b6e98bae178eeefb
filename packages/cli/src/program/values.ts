import { InvalidArgumentError } from 'commander';

export function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It has to be a whole number.');
  return Number(text);
}

/** A share as a number: 0.25 of `25%`. */
export function shareOf(text: string): number {
  const share = /^\s*(\d+(?:\.\d+)?)\s*%\s*$/.exec(text)?.[1];
  const number = share === undefined ? Number.NaN : Number(share) / 100;
  if (!(number >= 0 && number <= 1)) throw new InvalidArgumentError('It has to be a share, such as 25%.');
  return number;
}
