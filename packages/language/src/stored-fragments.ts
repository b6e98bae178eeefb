import { type Fragment, type Property, propertiesOf } from '@mktorg/model';

/**
 * Fragments as text, for those that ship: reading them back takes a tenth of the time that parsing takes. Places are
 * lists of four numbers, properties are their keywords, and a description that stands in the document as it is is
 * where it stands.
 */
export function storeFragment(fragment: Fragment, text: string): string {
  for (const { kind, facts, changes } of fragment.declarations) {
    const known = facts.every(({ property }) => propertiesOf(kind).get(property.keyword) === property);
    if (!known || changes) throw new Error(`${fragment.uri} says what cannot be stored.`);
  }
  const { declarations, rates, settings, problems } = fragment;
  return JSON.stringify({ declarations, rates, settings, problems }, (key, value) => {
    if (placeKeys.has(key)) return [value.line, value.column, value.endLine, value.endColumn];
    if (key === 'property') return value.keyword;
    const start = key === 'description' ? text.indexOf(value) : -1;
    return start < 0 ? value : [start, start + value.length];
  });
}

/** The fragment of a document of this uri and text, as it was stored. */
export function restoreFragment(stored: string, uri: string, text: string): Fragment {
  const content: Omit<Fragment, 'uri'> = JSON.parse(stored);
  for (const value of Object.values(content)) restore(value, uri, text);
  for (const { kind, facts } of content.declarations) {
    const properties: ReadonlyMap<unknown, Property> = propertiesOf(kind);
    for (const fact of facts) Object.assign(fact, { property: properties.get(fact.property) });
  }
  return { uri, ...content };
}

const placeKeys: ReadonlySet<string> = new Set(['at', 'nameAt']);

function restore(value: unknown, uri: string, text: string): void {
  if (Array.isArray(value)) for (const each of value) restore(each, uri, text);
  if (!isRecord(value)) return;
  for (const key in value) {
    const content = value[key];
    if (placeKeys.has(key)) value[key] = placeOf(content, uri);
    else if (key === 'description' && Array.isArray(content)) value[key] = text.slice(content[0], content[1]);
    else restore(content, uri, text);
  }
}

function placeOf(numbers: unknown, uri: string) {
  const [line, column, endLine, endColumn] = Array.isArray(numbers) ? numbers : [];
  return { uri, line, column, endLine, endColumn };
}

function isRecord(value: unknown): value is { [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
