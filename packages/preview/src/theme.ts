import type { ThemeName } from '@mktorg/chart';

/** The theme around the preview: the editor's, or else what the reader's system prefers. */
export function currentTheme(): ThemeName {
  const classes = document.body.classList;
  if (classes.contains('vscode-high-contrast-light')) return 'high-contrast-light';
  if (classes.contains('vscode-high-contrast')) return 'high-contrast';
  if (classes.contains('vscode-dark')) return 'dark';
  if (classes.contains('vscode-light')) return 'light';
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  if (matchMedia('(forced-colors: active), (prefers-contrast: more)').matches)
    return dark ? 'high-contrast' : 'high-contrast-light';
  return dark ? 'dark' : 'light';
}

export function onThemeChange(listener: () => void): void {
  new MutationObserver(listener).observe(document.body, { attributes: true, attributeFilter: ['class'] });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', listener);
}
