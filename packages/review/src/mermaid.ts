import type { Neighborhood } from './document.ts';
import { flat } from './escape.ts';

const styles: { readonly [glyph: string]: readonly [name: string, style: string] } = {
  '+': ['came', 'fill:#dafbe1,stroke:#1a7f37,stroke-width:2px,color:#1f2328'],
  '−': ['went', 'fill:#ffebe9,stroke:#cf222e,stroke-width:2px,stroke-dasharray:5 3,color:#1f2328'],
  '→': ['moved', 'fill:#ddf4ff,stroke:#0969da,stroke-width:3px,color:#1f2328'],
  '~': ['changed', 'fill:#fff8c5,stroke:#9a6700,stroke-width:2px,color:#1f2328'],
};

/** What a change touches as a Mermaid flowchart: `+`, `−`, `→` and `~` before the names say what happens. */
export function neighborhoodMermaid({ boxes, lines, omitted = 0 }: Neighborhood): string {
  const text = [
    'flowchart LR',
    '  accTitle: What changes',
    '  accDescr: Teams and roles that come, go, move or change',
  ];
  if (omitted > 0) text.push(`  %% ${omitted} more changes are not in this picture.`);
  for (const { key, label, kind, change } of boxes) {
    const name = quoted(change === undefined ? label : `${change} ${label}`);
    text.push(kind === 'role' ? `  ${key}("${name}")` : `  ${key}["${name}"]`);
  }
  for (const { from, to, type } of lines)
    text.push(type === 'in' ? `  ${from} --> ${to}` : `  ${from} -. was .-> ${to}`);
  for (const [glyph, [name, style]] of Object.entries(styles)) {
    const members = boxes.filter(({ change }) => change === glyph).map(({ key }) => key);
    if (members.length > 0) text.push(`  classDef ${name} ${style}`, `  class ${members.join(',')} ${name}`);
  }
  return `${text.join('\n')}\n`;
}

/** Text between quotes in a flowchart; nothing in it is markup, an entity, or the end of the text. */
function quoted(text: string): string {
  return flat(text).replace(/[#&<>"`;:\\[\]{}()|*_~@%$]/g, (char) => `#${char.charCodeAt(0)};`);
}
