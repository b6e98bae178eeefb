import type { ElementKind, Property } from '@mktorg/model';
import { propertiesOf } from '@mktorg/model';

/** What a statement in the body of an element states; nothing where it is none of a property, such as a dotted line. */
export function propertyIn(kind: ElementKind, statement: string): Property | undefined {
  let longest: Property | undefined;
  for (const property of propertiesOf(kind).values()) {
    const { keyword } = property;
    const opens = statement === keyword || statement.startsWith(`${keyword} `);
    if (opens && keyword.length > (longest?.keyword.length ?? 0)) longest = property;
  }
  return longest;
}
