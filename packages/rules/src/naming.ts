import type { ElementId, OrgModel } from '@mktorg/model';
import { find, label } from '@mktorg/model';
import { quote } from './wording.ts';

/** How a sentence calls an element: its title or name, in quotation marks. */
export function named(model: OrgModel, id: ElementId): string {
  const element = find(model, id);
  return quote(element ? label(element) : nameIn(id));
}

/** The last part of the name that an id holds. */
export function nameIn(id: ElementId): string {
  return id.slice(Math.max(id.indexOf(':'), id.lastIndexOf('.')) + 1);
}
