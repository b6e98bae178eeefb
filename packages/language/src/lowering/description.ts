/** The text of the doc comment that ends right before the offset, without its stars; undefined where there is none. */
export function descriptionBefore(text: string, offset: number): string | undefined {
  let end = offset;
  while (end > 0 && /\s/.test(text.charAt(end - 1))) end--;
  if (!text.endsWith('*/', end)) return undefined;
  const start = text.lastIndexOf('/*', end - 2);
  if (start < 0 || text.charAt(start + 2) !== '*' || text.indexOf('*/', start + 2) !== end - 2)
    return undefined;
  return text
    .slice(start + 3, end - 2)
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*\*? ?/, '').trimEnd())
    .join('\n')
    .trim();
}
