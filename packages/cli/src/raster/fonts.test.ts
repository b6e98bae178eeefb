import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { bytesOf, facesOf } from './font-file.ts';
import { fontsFor } from './fonts.ts';
import { hanFormOf } from './han.ts';

const dejavu = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');

describe('a font file', () => {
  it('says which characters it has', () => {
    const [face, ...others] = facesOf(dejavu);
    expect(others).toEqual([]);
    const has = [...'Aéяعא→台한\u{1F600}'].map((char) => face?.has(char.codePointAt(0) ?? 0));
    expect(has).toEqual([true, true, true, true, true, true, false, false, true]);
    expect(face && bytesOf(face).length).toBeGreaterThan(700_000);
  });
  it('that is none has no faces', () => {
    expect(facesOf(import.meta.filename)).toEqual([]);
    expect(facesOf('/nowhere.ttf')).toEqual([]);
  });
});

it('fonts that mktorg brings are enough for what they have', () => {
  const fonts = fontsFor('Ärger → عربي 10%', { HOME: '/nowhere' });
  expect(fonts.missing).toEqual([]);
  expect(fonts.buffers).toHaveLength(2);
});

it('characters that no font has are named', () => {
  expect(fontsFor('a \u{10FFFD}', {}).missing).toEqual(['\u{10FFFD}']);
});

it.each([
  ['台灣區行銷經理', 'traditional'],
  ['中国区营销经理', 'simplified'],
  ['マーケティング部 部長', 'japanese'],
  ['마케팅 漢字', 'korean'],
  ['行', 'simplified'],
] as const)('%s is written in %s forms', (text, form) => expect(hanFormOf(text)).toBe(form));
