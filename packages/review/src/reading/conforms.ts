/** A JSON Schema, or a part of one. Only the words that `troubleIn` knows may stand in it. */
export interface Schema {
  readonly [keyword: string]: unknown;
}

/** Deeper than anything that is written, and far above what a stack holds. */
const deepest = 200;

/**
 * What is wrong with a value, at the first place where it is not as the schema says; nothing where it conforms.
 * Properties that the schema does not know are passed over: a later version of the same format may have them.
 * @param root what `$ref` leads into
 * @throws where the schema uses a word that is not known here: it would go unheeded
 */
export function troubleIn(
  value: unknown,
  schema: Schema,
  root: Schema,
  at = '',
  depth = 0,
): string | undefined {
  if (depth > deepest) return `${at || 'It'} is nested too deeply`;
  const inside = (part: unknown, of: unknown, name: string | number): string | undefined =>
    of === true ? undefined : troubleIn(part, asSchema(of), root, `${at}/${name}`, depth + 1);
  for (const [word, said] of Object.entries(schema)) {
    const trouble = ((): string | undefined => {
      switch (word) {
        case '$schema':
        case '$id':
        case '$defs':
        case 'title':
        case 'description':
          return undefined;
        case '$ref':
          return troubleIn(value, definition(root, said), root, at, depth + 1);
        case 'type':
          return isOfType(value, said) ? undefined : `${at || 'It'} is no ${said}`;
        case 'const':
          return value === said ? undefined : `${at} is not ${JSON.stringify(said)}`;
        case 'enum':
          return list(said).includes(value) ? undefined : `${at} is none of ${list(said).join(', ')}`;
        case 'pattern':
          return typeof value !== 'string' || new RegExp(String(said), 'u').test(value)
            ? undefined
            : `${at} is not written as it should be`;
        case 'minimum':
          return typeof value !== 'number' || value >= Number(said) ? undefined : `${at} is below ${said}`;
        case 'required':
          return first(list(said), (name) =>
            has(value, String(name)) ? undefined : `${at || 'It'} has no ${name}`,
          );
        case 'properties':
          return first(Object.entries(asSchema(said)), ([name, of]) =>
            has(value, name) ? inside(Reflect.get(value, name), of, name) : undefined,
          );
        case 'additionalProperties':
          return said === false || !isObject(value)
            ? undefined
            : first(Object.entries(value), ([name, part]) =>
                has(schema['properties'], name) ? undefined : inside(part, said, name),
              );
        case 'items':
          return Array.isArray(value)
            ? first(value.entries(), ([index, part]) => inside(part, said, index))
            : undefined;
        case 'oneOf': {
          const troubles = list(said).map((of) => troubleIn(value, asSchema(of), root, at, depth + 1));
          if (troubles.includes(undefined)) return undefined;
          // What came farthest is what was meant.
          return troubles.reduce((a = '', b = '') => (b.split('/').length > a.split('/').length ? b : a));
        }
        default:
          throw new Error(`The schema says ${word}, which nobody here understands.`);
      }
    })();
    if (trouble !== undefined) return trouble;
  }
  return undefined;
}

function first<T>(parts: Iterable<T>, troubleOf: (part: T) => string | undefined): string | undefined {
  for (const part of parts) {
    const trouble = troubleOf(part);
    if (trouble !== undefined) return trouble;
  }
  return undefined;
}

function isOfType(value: unknown, type: unknown): boolean {
  switch (type) {
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return Number.isFinite(value);
    case 'object':
      return isObject(value);
    default:
      return typeof value === type;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function has(value: unknown, name: string): value is object {
  return isObject(value) && Object.hasOwn(value, name);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function asSchema(value: unknown): Schema {
  return isObject(value) ? { ...value } : {};
}

function definition(root: Schema, reference: unknown): Schema {
  const name = /^#\/\$defs\/(\w+)$/.exec(String(reference))?.[1];
  const found = name === undefined ? undefined : asSchema(root['$defs'])[name];
  if (found === undefined) throw new Error(`The schema refers to ${reference}, which is not in it.`);
  return asSchema(found);
}
