import type { OrgModel } from './model.ts';

const sources = new WeakMap<OrgModel, OrgModel>();

/** That a model says less than another: what it leaves out can still be counted. */
export function rememberSource(model: OrgModel, source: OrgModel): void {
  sources.set(model, sourceOf(source));
}

/** The model that says everything, however often something was left out. */
export function sourceOf(model: OrgModel): OrgModel {
  return sources.get(model) ?? model;
}
