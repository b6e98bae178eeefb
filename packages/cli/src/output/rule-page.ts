import { pageOf } from '@mktorg/rules';
import { repository } from '../version.ts';

/** The address of a rule's page. */
export function rulePage(rule: string): string {
  return `${repository}/blob/main/${pageOf(rule)}`;
}
