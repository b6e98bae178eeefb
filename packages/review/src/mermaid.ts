import { mermaidText } from '@mktorg/chart';
import type { Neighborhood } from './document.ts';
import { flat } from './escape.ts';

const styles: { readonly [glyph: string]: readonly [name: string, style: string] } = {
  '+': ['came', 'fill:#dafbe1,stroke:#1a7f37,stroke-width:2px,color:#1f2328'],
  '−': ['went', 'fill:#ffebe9,stroke:#cf222e,stroke-width:2px,stroke-dasharray:5 3,color:#1f2328'],
  '→': ['moved', 'fill:#ddf4ff,stroke:#0969da,stroke-width:3px,color:#1f2328'],
  '~': ['changed', 'fill:#fff8c5,stroke:#9a6700,stroke-width:2px,color:#1f2328'],
};

/** What a change touches as a Mermaid flowchart: `+`, `−`, `→` and `~` before the names say what happens. */
export function neighborhoodMermaid(neighborhood: Neighborhood): string {
  return flowchart([{ neighborhood, prefix: '', indent: '' }]);
}

/** The same for several organizations in one flowchart, each in a frame. */
export function neighborhoodsMermaid(
  pictures: readonly { readonly name: string; readonly neighborhood: Neighborhood }[],
): string {
  const [first] = pictures;
  if (first && pictures.length === 1) return neighborhoodMermaid(first.neighborhood);
  return flowchart(pictures.map((each, index) => ({ ...each, prefix: `o${index}`, indent: '  ' })));
}

interface Part {
  readonly neighborhood: Neighborhood;
  /** Of a frame around it. */
  readonly name?: string;
  /** Tells its boxes from those of others. */
  readonly prefix: string;
  readonly indent: string;
}

function flowchart(parts: readonly Part[]): string {
  const omitted = parts.reduce((sum, { neighborhood }) => sum + (neighborhood.omitted ?? 0), 0);
  const text = [
    'flowchart LR',
    '  accTitle: What changes',
    '  accDescr: Teams and roles that come, go, move or change',
    ...(omitted > 0 ? [`  %% ${omitted} more changes are not in this picture.`] : []),
    ...parts.flatMap(({ neighborhood, name, prefix, indent }) => {
      const lines = linesOf(neighborhood, prefix).map((line) => `${indent}${line}`);
      return name === undefined ? lines : [`  subgraph ${prefix}["${inQuotes(name)}"]`, ...lines, '  end'];
    }),
  ];
  for (const [glyph, [name, style]] of Object.entries(styles)) {
    const members = parts.flatMap(({ neighborhood, prefix }) =>
      neighborhood.boxes.filter(({ change }) => change === glyph).map(({ key }) => `${prefix}${key}`),
    );
    if (members.length > 0) text.push(`  classDef ${name} ${style}`, `  class ${members.join(',')} ${name}`);
  }
  return `${text.join('\n')}\n`;
}

function linesOf({ boxes, lines }: Neighborhood, prefix: string): readonly string[] {
  return [
    ...boxes.map(({ key, label, kind, change }) => {
      const name = inQuotes(change === undefined ? label : `${change} ${label}`);
      return `  ${prefix}${key}${kind === 'role' ? `("${name}")` : `["${name}"]`}`;
    }),
    ...lines.map(
      ({ from, to, type }) => `  ${prefix}${from} ${type === 'in' ? '-->' : '-. was .->'} ${prefix}${to}`,
    ),
  ];
}

function inQuotes(text: string): string {
  return mermaidText(flat(text));
}
