import { describe, expect, it } from 'vitest';
import { findBrowser, launchBrowser } from './browser.ts';
import { browserPlaces } from './browser-places.ts';

describe('places of installed browsers', () => {
  it.each([
    ['linux', { PATH: '/home/me/bin:relative' }, '/home/me/bin/chromium'],
    ['linux', {}, '/usr/bin/google-chrome-stable'],
    ['linux', {}, '/opt/google/chrome/chrome'],
    ['darwin', {}, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['darwin', { HOME: '/Users/me' }, '/Users/me/Applications/Chromium.app/Contents/MacOS/Chromium'],
    [
      'win32',
      { PROGRAMFILES: 'C:\\Program Files' },
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    ],
    [
      'win32',
      { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' },
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
  ] as const)('%s %j has %s', (platform, environment, place) => {
    expect(browserPlaces(platform, environment)).toContain(place);
  });

  it('never looks in the working directory', () => {
    for (const place of browserPlaces('linux', { PATH: ':.:bin:/usr/bin' })) expect(place).toMatch(/^\//);
  });
});

describe('the browser of this machine', async () => {
  const executable = await findBrowser();

  it.skipIf(executable === undefined)('draws text and reaches nothing outside', async () => {
    const browser = await launchBrowser(executable);
    try {
      const page = await browser.newPage();
      await page.setContent('<h1>مرحبا 行銷</h1>');
      expect(await page.textContent('h1')).toBe('مرحبا 行銷');
      await expect(page.goto('http://example.com')).rejects.toThrow(/ERR_NAME_NOT_RESOLVED/);
    } finally {
      await browser.close();
    }
  });
});
