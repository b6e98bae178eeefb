/** All Mermaid that the command writes, drawn by Mermaid in a browser as a forge draws it. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseFragment, standardVocabulary } from '@mktorg/language';
import { type Element, label, mergeOrganization, type OrgModel } from '@mktorg/model';
import { marked, type Token } from 'marked';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtCommand } from '../../packages/cli/src/testing/command.ts';
import { findBrowser } from '../browser.ts';
import { reorganizationOf } from '../forge/reorganization.ts';
import type { Drawn } from '../mermaid/drawn.ts';
import { type MermaidPage, mermaidLimits, openMermaid } from '../mermaid/page.ts';

const examples = path.join(import.meta.dirname, '../../examples');
const names = ['hotel-group', 'software-company', 'accidental-operations', 'three-scripts'];
const everything = ['--show', 'platforms,partners,externals,governance'];
const command = builtCommand();
const boxesInComment = 10;

async function written(...args: readonly string[]): Promise<string> {
  const { stdout, stderr } = await command.run(args, { cwd: examples });
  expect(stderr).not.toMatch(/error/);
  return stdout;
}

function modelIn(folder: string): OrgModel {
  const fragments = globSync('**/*.mktorg', { cwd: folder })
    .sort()
    .map((file) => parseFragment(readFileSync(path.join(folder, file), 'utf8'), `file:///o/${file}`));
  return mergeOrganization('file:///o', fragments, standardVocabulary());
}

/** A text as its reader sees it: marks without a width are none. */
function shown(text: string): string {
  return text
    .replace(/[\u200b\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

describe.skipIf((await findBrowser()) === undefined)('Mermaid', () => {
  let mermaid: MermaidPage;
  beforeAll(async () => {
    mermaid = await openMermaid();
  });
  afterAll(async () => {
    await mermaid.close();
    expect(mermaid.complaints).toEqual([]);
  });

  /** Draws a diagram, which has to be within the limits and hold text and lines alone. */
  async function draw(text: string): Promise<Drawn> {
    expect(text.length).toBeLessThanOrEqual(mermaidLimits.maxTextSize);
    const drawn = await mermaid.draw(text);
    expect(drawn.error, text).toBe('');
    expect([drawn.foreign, drawn.calls]).toEqual([[], []]);
    const texts = drawn.texts.map(shown);
    // These Mermaid draws in place of what it refuses.
    expect(texts.join('\n')).not.toMatch(/Maximum text size|Unsupported markdown|Katex|Syntax error/);
    return { ...drawn, texts };
  }

  function expectLabels({ texts }: Drawn, elements: readonly Element[]): void {
    const all = texts.join('\n');
    expect(elements.map((each) => shown(label(each))).filter((title) => !all.includes(title))).toEqual([]);
  }

  describe.each(names)('of the example %s', (name) => {
    const { byKind } = modelIn(path.join(examples, name));

    it('shows all teams and roles', async () => {
      const drawn = await draw(await written('render', name, '--format', 'mermaid'));
      expectLabels(drawn, [...byKind.team, ...byKind.role]);
    });

    it.skipIf(byKind.role.length > 60)('shows what can be shown with them', async () => {
      const drawn = await draw(await written('render', name, ...everything, '--format', 'mermaid'));
      expectLabels(drawn, [...byKind.team, ...byKind.role, ...byKind.committee]);
    });

    it('shows the platforms in their layers', async () => {
      const drawn = await draw(await written('render', name, '--lens', 'stack', '--format', 'mermaid'));
      expectLabels(drawn, byKind.platform);
    });

    it.skipIf(byKind.plan.length === 0)('shows the phases of its plan in time', async () => {
      const text = await written('render', name, '--lens', 'plan', '--format', 'mermaid');
      expect(text).toMatch(/^gantt$/m);
      const { texts } = await draw(text);
      for (const phase of byKind.phase) expect(texts).toContain(shown(label(phase).replaceAll(':', ' –')));
    });
  });

  it('shows a change to an organization, alone and in a comment', async () => {
    const { folder } = reorganizationOf(path.join(command.folder(), 'repository'));
    const diff = async (format: string): Promise<string> =>
      (await command.run(['diff', 'HEAD~1...HEAD', 'organization', '--format', format], { cwd: folder }))
        .stdout;
    const { texts } = await draw(await diff('mermaid'));
    expect(texts).toEqual(
      expect.arrayContaining(['→ Content', 'Growth Marketing', '− Director, Content', 'was']),
    );
    const [chart, ...others] = chartsIn(await diff('markdown'));
    expect(others).toEqual([]);
    expect((await draw(chart ?? '')).texts.toSorted()).toEqual(texts.toSorted());
  });

  it.each(['found', 'gather', 'settle'])(
    'shows what the phase %s changes, alone and in a comment',
    async (to) => {
      const diff = (format: string): Promise<string> =>
        written('diff', 'accidental-operations', '--from', 'today', '--to', to, '--format', format);
      const { texts } = await draw(await diff('mermaid'));
      expect(texts).toContain('+ Marketing Operations');
      const [chart] = chartsIn(await diff('markdown'));
      expect((await draw(chart ?? '')).texts.toSorted()).toEqual(texts.toSorted());
    },
  );

  it('shows the changes of several organizations in one diagram', async () => {
    const files = (title: string): { readonly [file: string]: string } =>
      Object.fromEntries(
        ['one', 'two'].map((name) => [
          `${name}/o.mktorg`,
          `organization ${name} "Company ${name}"\nteam a "A of ${name}" { role r "${title} of ${name}" }\n`,
        ]),
      );
    const [before, after] = [command.folder(files('Old')), command.folder({ ...files('New') })];
    const { stdout } = await command.run(['diff', before, after, '--format', 'mermaid']);
    await draw(stdout);
    const role = (name: string): string => `team b "B of ${name}" { role s "S" }\n`;
    const more = Object.entries(files('Old')).map(([file, text]) => [file, text + role(file.slice(0, 3))]);
    const { stdout: both } = await command.run([
      'diff',
      before,
      command.folder(Object.fromEntries(more)),
      '--format',
      'mermaid',
    ]);
    const { texts } = await draw(both);
    for (const name of ['one', 'two'])
      expect(texts).toEqual(expect.arrayContaining([`Company ${name}`, `+ B of ${name}`]));
  });

  const hostile = {
    'words and signs of Mermaid': [
      ...['say "hi"', 'a [b] ]', 'c) (d', '{{x}}', 'a|b|', '>x]', '[/x/]', '(((', '---', 'x;y', ':::cls'],
      ...[
        'end',
        'END',
        'subgraph',
        'graph TD',
        'o',
        'x',
        'default',
        '_self',
        'Art direction TB',
        'section one',
      ],
      ...['title x', 'Excludes weekends', 'n0 --> n1', '@{ shape: rect }', 'accTitle: x'],
    ],
    'statements, markup and Markdown': [
      ...[
        'click n0 "javascript:alert(1)"',
        'classDef x fill:#f00',
        'style n0 fill:#f00',
        'linkStyle 0 stroke:#f00',
      ],
      ...['%% gone', 'x %% y', '%%{init: {"theme":"dark"}}%%', '%%{init: {"securityLevel":"loose"}}%%'],
      ...['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<b>x</b>', '<br/>', '</div>'],
      ...[
        'R&D &amp; &lt;b&gt; #35; #quot;',
        'ﬂ°°60¶ßb',
        'ﬂ°lt¶ß',
        '1. First',
        '- dash',
        '* star',
        '+ plus',
        '# head',
      ],
      ...['> quote', '**bold** _it_ ~~s~~', '`code` ```'],
    ],
    'formulas, addresses and scripts of the world': [
      ...['[x](javascript:alert(1))', '![i](http://e.example/x.png)', '"`md **x**`"', '$$x^2$$', '$5 and $6'],
      ...['fa:fa-ban Stop', 'fas:fa-user', 'a\\nb \\ c\\', 'https://evil.example/x', '@everyone #1 GH-1'],
      ...['👩‍🚀 🇩🇪 team', 'مدير التسويق (عام)', 'שלום abc שלום', '台北行銷團隊', 'ßẞ ﬂow ¶', 'é à ç'],
      ...['L'.repeat(300), 'word '.repeat(80).trim()],
    ],
  };

  describe.each(Object.entries(hostile))('takes %s for text', (_, titles) => {
    const head = `organization hostile ${quoted(titles[0] ?? '')}\n`;
    const organization = titles.map((title, n) => teamCalled(quoted(title), n)).join('');

    it('in charts', async () => {
      const folder = command.folder({ 'o.mktorg': head + organization });
      const drawn = async (...options: readonly string[]): Promise<readonly string[]> =>
        (await draw((await command.run(['render', folder, ...options, '--format', 'mermaid'])).stdout)).texts;
      const [reporting, stack] = [await drawn(...everything), await drawn('--lens', 'stack')];
      for (const title of titles) {
        const here = (text: string): boolean => text.includes(shown(title));
        // A team, a role, a pool, an external, a platform and a committee; a platform.
        expect(reporting.filter(here).length, title).toBeGreaterThanOrEqual(6);
        expect(stack.filter(here).length, title).toBeGreaterThanOrEqual(1);
      }
    });

    it('in a plan', async () => {
      const phases = titles.map((title, n) => phaseCalled(quoted(title), n));
      const plan = `plan p ${quoted(titles[0] ?? '')} {\n${phases.join('')}}\n`;
      const folder = command.folder({ 'o.mktorg': head + organization + plan });
      const { stdout, stderr } = await command.run([
        'render',
        folder,
        '--lens',
        'plan',
        '--format',
        'mermaid',
      ]);
      expect(stdout, stderr).toMatch(/^gantt$/m);
      const { texts } = await draw(stdout);
      const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');
      for (const title of titles) expect(texts.map(letters).join('\n')).toContain(letters(title));
    });

    it('in a comment', async () => {
      const before = command.folder({ 'o.mktorg': head });
      // A picture in a comment has few boxes.
      for (let from = 0; from < titles.length; from += boxesInComment) {
        const some = titles.slice(from, from + boxesInComment);
        const teams = some.map((title, n) => teamCalled(quoted(title), n)).join('');
        const after = command.folder({ 'o.mktorg': head + teams });
        const { stdout } = await command.run(['diff', before, after, '--format', 'markdown']);
        const [chart, ...others] = chartsIn(stdout);
        expect(others).toEqual([]);
        const texts = (await draw(chart ?? '')).texts.join('\n');
        for (const title of some) expect(texts).toContain(shown(title.slice(0, 40)));
      }
    });
  });

  it('stays within the limits, and says what it leaves out', async () => {
    const teams = Array.from({ length: 40 }, (_, t) => {
      const roles = Array.from(
        { length: 20 },
        (_, r) => `  role r${r} "Specialist for something ${t}.${r}" { held by "Person ${t} ${r}" }\n`,
      );
      return `team t${t} "Team ${t}" {\n  lead r0\n${roles.join('')}}\n`;
    });
    const folder = command.folder({ 'o.mktorg': teams.join('') });
    const text = (await command.run(['render', folder, '--format', 'mermaid'])).stdout;
    expect(text).toMatch(/^%% Too large for everything: \d+ of \d+ boxes are left out/m);
    expect(text.match(/ (?:---|-\.->|--o|<-->|-\.-) /g)?.length).toBeLessThanOrEqual(mermaidLimits.maxEdges);
    await draw(text);
  }, 120_000);

  it('would notice what is wrong', async () => {
    const wrong = async (text: string): Promise<Drawn> => mermaid.draw(text);
    expect((await wrong('flowchart LR\n  a["x"]"]\n')).error).not.toBe('');
    expect((await wrong(`flowchart LR\n  a["${'x'.repeat(50_001)}"]\n`)).texts.join()).toContain(
      'Maximum text size',
    );
    const edges = Array.from({ length: 501 }, () => '  a --> b\n').join('');
    expect((await wrong(`flowchart LR\n${edges}`)).error).toContain('Edge limit exceeded');
    expect((await wrong('flowchart LR\n  a["fa:fa-ban x"]\n')).foreign).toEqual(['i']);
    expect((await wrong('flowchart LR\n  a["x"]\n  click a "https://example.com"\n')).foreign).toEqual(['a']);
  });
});

function quoted(title: string): string {
  return `"${title.replace(/[\\"]/g, '\\$&')}"`;
}

/** One of everything that has a title, all called the same. */
function teamCalled(title: string, n: number): string {
  return `team t${n} ${title} {
  lead r${n}
  role r${n} ${title} { held by ${title} }
  role s${n} ${title} { seats 2 }
}
external e${n} ${title}
r${n} ..> e${n} ${title}
platform p${n} ${title} is crm { owner t${n} }
committee c${n} ${title} { chair r${n} }
`;
}

function phaseCalled(title: string, n: number): string {
  const month = `${2027 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;
  return `  phase f${n} ${title} from ${month} to ${month} { add role y${n} "Y" to t${n} }\n`;
}

/** Where a comment has HTML, it is only this. */
const allowed =
  /^(?:<!-- mktorg:[\w./ -]+ -->|<\/?(?:details|summary|b)>|<br>|\s|[^<>&]|&(?:amp|lt|gt|#36);)*$/;

/** The diagrams of a comment, which is read as GitHub reads it; the rest has to be plain text, tables and folds. */
function chartsIn(comment: string): readonly string[] {
  const charts: string[] = [];
  const visit = (tokens: readonly Token[]): void => {
    for (const token of tokens) {
      if (token.type === 'code') {
        expect(token['lang']).toBe('mermaid');
        charts.push(`${token['text']}\n`);
      } else if (token.type === 'html') expect(token.raw).toMatch(allowed);
      else
        expect([
          'heading',
          'paragraph',
          'text',
          'strong',
          'escape',
          'space',
          'table',
          'br',
          'codespan',
        ]).toContain(token.type);
      if (token.type === 'table') {
        for (const row of [token['header'], ...token['rows']]) for (const cell of row) visit(cell.tokens);
      }
      if (token.type === 'paragraph') expect(token.raw).not.toMatch(/^\|/m);
      if (token.type !== 'code' && 'tokens' in token && token.tokens) visit(token.tokens);
    }
  };
  visit(marked.lexer(comment, { gfm: true }));
  const html = marked.parse(comment, { async: false, gfm: true });
  const outside = html.replace(/<pre>[\s\S]*?<\/pre>/g, '');
  expect(outside).not.toMatch(/<(?:a|img|script|input|h1|li|del|em)[ >]/);
  // Whoever or whatever a forge would look for.
  expect(outside.replace(/<!--.*?-->/g, '')).not.toMatch(/@\w|(?<!&)#\w|https?:\/\/\w|\bGH-\d/);
  return charts;
}
