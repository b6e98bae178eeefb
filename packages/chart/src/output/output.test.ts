import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawChart } from '../draw.ts';
import { withFindings } from '../findings.ts';
import type { LensName, Scene } from '../scene.ts';
import { organizationOf } from '../testing/organization.ts';
import { randomOrganization } from '../testing/random-organization.ts';
import { escapeXml } from './escape.ts';
import { toMermaid } from './mermaid.ts';
import { toSvg } from './svg.ts';
import { toText } from './text.ts';

const seed = fc.integer({ min: 0, max: 100_000 });
const lens = fc.constantFrom<LensName>('reporting', 'stack');

function sceneOf(from: number, name: LensName, size = 40): Scene {
  return drawChart(organizationOf(randomOrganization(from, size)), { lens: name });
}

/** An organisation whose every text is the same. */
function saying(text: string): Scene {
  const model = organizationOf('team a "T" { lead x role x "T" { held by "T" ..> y "T" } role y "T" }');
  const scene = drawChart(model, { lens: 'reporting' });
  return JSON.parse(JSON.stringify(scene).replaceAll('"T"', () => JSON.stringify(text))) as Scene;
}

describe('SVG', () => {
  it('is well-formed, whatever a model says', () => {
    fc.assert(
      fc.property(seed, lens, (from, name) => {
        expect(unbalanced(toSvg(sceneOf(from, name), { theme: 'auto' }))).toBe('');
      }),
      { numRuns: 30 },
    );
  });

  it('takes no text for markup', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '</text><script>x</script>',
        '"><svg onload=1>',
        ']]>',
        '<!--',
        '&#60;',
        '\u0000',
        '\ufffe',
        '\ud800',
      ),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const svg = toSvg(saying(text));
        expect(unbalanced(svg)).toBe('');
        expect(svg).not.toMatch(/<script|onload="|<!--/);
        expect(svg.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
        expect(svg.isWellFormed()).toBe(true);
      }),
    );
  });

  it('escapes what is special in XML', () => {
    expect(escapeXml(`<a b="c" d='e'>&`)).toBe('&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;');
  });

  it('refers to nothing outside itself', () => {
    const svg = toSvg(sceneOf(5, 'reporting'), { theme: 'auto' });
    expect(svg.match(/(?:href|src|url\()[^#]/g)).toBeNull();
    expect(svg.match(/https?:\/\/(?!www\.w3\.org\/2000\/svg)/g)).toBeNull();
  });

  it('has ids that no other picture has, if asked to', () => {
    const ids = [...toSvg(sceneOf(5, 'stack'), { idPrefix: 'a "b-' }).matchAll(/ id="([^"]*)"/g)].map(
      (m) => m[1],
    );
    expect(ids).toEqual(['ab-title', 'ab-desc', 'ab-hatch', 'ab-local']);
  });

  it('holds no custom property and no direction when it is flat', () => {
    const svg = toSvg(sceneOf(5, 'reporting'), { flat: true, theme: 'dark' });
    expect(svg).not.toMatch(/var\(|--mk|calc\(|direction=/);
  });

  it('names each card for those who cannot see it', () => {
    const scene = sceneOf(5, 'reporting');
    const svg = toSvg(scene);
    expect(svg.match(/role="graphics-symbol" aria-label="[^"]+" data-id=/g)).toHaveLength(
      scene.nodes.length + scene.edges.filter(({ title }) => title !== '').length,
    );
    expect(svg).toContain('role="graphics-document"');
  });

  it('shows findings on the cards that they concern', () => {
    const scene = drawChart(organizationOf('team a { role x "Seat" }'), { lens: 'reporting' });
    const counts = new Map([['role:a.x', { errors: 1, warnings: 2, infos: 0 }]]);
    const marked = withFindings(scene, counts);
    expect(marked.nodes.map(({ findings }) => findings)).toEqual([
      undefined,
      { errors: 1, warnings: 2, infos: 0 },
    ]);
    expect(toSvg(marked)).toContain('<title>1 error, 2 warnings</title>');
    expect(withFindings(marked, new Map())).toEqual(scene);
  });
});

describe('Mermaid', () => {
  it('stays within its limits and says what it leaves out', () => {
    for (const limit of [50_000, 8000, 2000]) {
      const text = toMermaid(sceneOf(9, 'reporting', 300), { limit });
      expect(text.length).toBeLessThanOrEqual(limit);
      expect(text.match(/ --- | -\.-> /g)?.length ?? 0).toBeLessThanOrEqual(500);
    }
    expect(toMermaid(sceneOf(9, 'reporting', 300), { limit: 8000 })).toContain('boxes are left out');
  });

  it('lets no text end its quotes', () => {
    const hostile = fc.oneof(
      fc.string(),
      fc.constantFrom('"]', '#quot;', '`x`', 'end', '%%{init: {}}%%', '|x|', 'a\nb'),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const lines = toMermaid(saying(text)).split('\n');
        for (const line of lines) {
          if (/^\s*(%%|flowchart|acc|classDef|class |end$)/.test(line)) continue;
          expect(line.replace(/"[^"]*"/g, '""')).toMatch(/^(\s+[\w\s.>[\](){}|/<-]*(""[\w\s\])}/|]*)?)?$/);
        }
      }),
    );
  });

  it('opens and closes each team', () => {
    fc.assert(
      fc.property(seed, lens, (from, name) => {
        const text = toMermaid(sceneOf(from, name));
        expect(text.match(/^ *subgraph /gm)?.length ?? 0).toBe(text.match(/^ *end$/gm)?.length ?? 0);
      }),
      { numRuns: 30 },
    );
  });
});

describe('text', () => {
  it('fits its width, but for titles', () => {
    const scene = sceneOf(11, 'reporting', 60);
    for (const width of [60, 80, 120]) {
      const lines = toText(scene, { width }).split('\n');
      const long = lines.filter((line) => [...line.replace(/[\u2068\u2069\p{M}]/gu, '')].length > width);
      for (const line of long) expect(scene.nodes.some(({ title }) => line.includes(title))).toBe(true);
    }
  });

  it('closes what it isolates, line by line', () => {
    for (const line of toText(sceneOf(11, 'reporting', 60)).split('\n')) {
      expect(line.match(/\u2068/g)?.length ?? 0).toBe(line.match(/\u2069/g)?.length ?? 0);
    }
  });

  it('has colors when asked for, and no control characters otherwise', () => {
    const scene = sceneOf(11, 'reporting');
    expect(toText(scene, { color: true })).toContain('\u001b[1m');
    expect(toText(scene).replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });

  it('says the same with colors and without', () => {
    const scene = sceneOf(12, 'stack');
    expect(
      toText(scene, { color: true })
        .replace(/\p{Cc}\[\d+m/gu, '')
        .replace(/ +$/gm, ''),
    ).toBe(toText(scene));
  });
});

/** The first tag that does not fit, if any. */
function unbalanced(xml: string): string {
  const open: string[] = [];
  const rest = xml.replace(
    /<(\/?)([A-Za-z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g,
    (_, close, name, __, empty) => {
      if (close) {
        if (open.pop() !== name) open.push(`</${name}>`, '!');
      } else if (!empty) open.push(name);
      return '';
    },
  );
  if (/[<>]/.test(rest)) return rest.slice(Math.max(0, rest.search(/[<>]/) - 20), 200);
  return open.join(' ');
}
