/**
 * A heading without what differs from export to export: case, accents, punctuation, camel case, brackets.
 * `Employee #` and `employee_number` do not become the same; `jobTitle`, `Job Title` and `job_title` do.
 */
export function normalizeHeading(heading: string): string {
  return heading
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/#/g, ' number ')
    .replace(/['’`]s\b/g, '')
    .replace(/[^\p{L}\p{Nd}+]+/gu, ' ')
    .trim();
}

/** A comma-separated list of headings, each normalized. */
export function words(list: string): readonly string[] {
  return list.split(',').map(normalizeHeading).filter(Boolean);
}
