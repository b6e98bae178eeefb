import { isPeopleField, isPlatformField, peopleFields, platformFields } from './fields.ts';

/** Columns that the user names: which field they hold, or `ignore`. */
export type Mapping = readonly MappedColumn[];

export interface MappedColumn {
  readonly field: string;
  readonly heading: string;
}

/**
 * Reads `title=Role,manager="Reports to"`. Field names are those of `peopleFields` or `platformFields`, and `ignore`.
 * Every problem is a sentence for the user.
 */
export function parseMapping(
  text: string,
  kind: 'people' | 'platforms' = 'people',
): { readonly mapping: Mapping; readonly problems: readonly string[] } {
  const mapping: MappedColumn[] = [];
  const problems: string[] = [];
  for (const part of splitParts(text)) {
    const equals = part.indexOf('=');
    const field = part.slice(0, Math.max(0, equals)).trim();
    const heading = unquote(part.slice(equals + 1).trim());
    if (equals < 0 || !field || !heading) {
      problems.push(
        `"${part}" is no mapping. Write field=Heading, for instance title=Role or manager="Reports to".`,
      );
    } else if (!isField(field, kind)) {
      const turned = isField(heading, kind) ? ` The field comes first: ${heading}=${quoted(field)}.` : '';
      problems.push(
        `"${field}" is no field.${turned} The fields are ${fieldNames(kind).join(', ')}, and ignore.`,
      );
    } else {
      mapping.push({ field, heading });
    }
  }
  return { mapping, problems };
}

function quoted(heading: string): string {
  return /[\s,"]/.test(heading) ? `"${heading}"` : heading;
}

function isField(word: string, kind: 'people' | 'platforms'): boolean {
  return word === 'ignore' || (kind === 'people' ? isPeopleField(word) : isPlatformField(word));
}

function fieldNames(kind: 'people' | 'platforms'): readonly string[] {
  return Object.keys(kind === 'people' ? peopleFields : platformFields);
}

/** At commas outside quotes. */
function splitParts(text: string): readonly string[] {
  return (text.match(/(?:"(?:\\.|[^"\\])*"|[^,"])+/g) ?? []).map((part) => part.trim()).filter(Boolean);
}

function unquote(text: string): string {
  const quoted = /^"((?:\\.|[^"\\])*)"$/.exec(text);
  return quoted?.[1] === undefined ? text : quoted[1].replace(/\\(.)/g, '$1');
}
