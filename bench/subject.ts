import type { Options } from './options.ts';
import type { Organization } from './organizations.ts';

/** What a suite measures, and on what. */
export interface Subject {
  readonly options: Options;
  /** Ascending. */
  readonly organizations: readonly Organization[];
  /** 10,000 seats in one file, where sizes reach that far. */
  readonly single: Organization | undefined;
  /** Folder with the build. */
  readonly dist: string;
  /** Folder for what is made on the way. */
  readonly scratch: string;
  /** Says what is being done. */
  progress(what: string): void;
}

/** `110,000`. */
export function grouped(n: number): string {
  return n.toLocaleString('en');
}
