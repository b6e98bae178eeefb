import { type ElementKind, isTermKind } from '@mktorg/model';
import { SymbolKind } from 'vscode-languageserver';

const kinds: { readonly [kind in ElementKind]?: SymbolKind } = {
  organization: SymbolKind.Package,
  region: SymbolKind.Namespace,
  'business-line': SymbolKind.Namespace,
  external: SymbolKind.Module,
  partner: SymbolKind.Module,
  team: SymbolKind.Class,
  committee: SymbolKind.Class,
  initiative: SymbolKind.Class,
  role: SymbolKind.Interface,
  person: SymbolKind.Variable,
  stakeholder: SymbolKind.Variable,
  platform: SymbolKind.Struct,
  ai: SymbolKind.Field,
  dataset: SymbolKind.Struct,
  process: SymbolKind.Function,
  step: SymbolKind.Method,
  program: SymbolKind.Function,
  plan: SymbolKind.Module,
  phase: SymbolKind.Event,
  charter: SymbolKind.File,
  goal: SymbolKind.Property,
  objective: SymbolKind.Property,
  view: SymbolKind.Object,
};

export function symbolKindOf(kind: ElementKind): SymbolKind {
  return kinds[kind] ?? (isTermKind(kind) ? SymbolKind.EnumMember : SymbolKind.Key);
}
