/** What Mermaid made of a text. */
export interface Drawn {
  /** Empty where it could be read and drawn. */
  readonly error: string;
  /** Texts of boxes, frames and lines as a reader sees them, breaks as spaces. */
  readonly texts: readonly string[];
  /** Names of elements that are no part of a diagram: scripts, links, pictures, icons. */
  readonly foreign: readonly string[];
  /** Attributes that call a script or lead somewhere. */
  readonly calls: readonly string[];
}

export function isDrawn(value: unknown): value is Drawn {
  return (
    typeof value === 'object' &&
    value !== null &&
    'error' in value &&
    typeof value.error === 'string' &&
    ['texts', 'foreign', 'calls'].every((key) => Array.isArray(Reflect.get(value, key)))
  );
}
