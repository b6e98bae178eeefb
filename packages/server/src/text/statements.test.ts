import { expect, test } from 'vitest';
import { type Block, blocksOf } from './statements.ts';
import { tokensOf } from './tokens.ts';

/** Every statement as `[head] words`, indented by its block. */
function outline(block: Block, depth = 0): string[] {
  return block.statements.flatMap(({ head, tokens, body }) => [
    `${'  '.repeat(depth)}[${head}] ${tokens.map(({ text }) => text).join(' ')}`,
    ...body.flatMap((inside) => outline(inside, depth + 1)),
  ]);
}

test.each<[what: string, source: string, lines: string[]]>([
  [
    'bodies on one line',
    'role r { seats 3  held by a, "B"  ..> t "x" }',
    ['[role] role r', '  [seats] seats 3', '  [held by] held by a , "B"', '  [..>] ..> t "x"'],
  ],
  [
    'a keyword alone does not take the next line',
    'team t {\nlead\nrole r\n}',
    ['[team] team t', '  [lead] lead', '  [role] role r'],
  ],
  ['a list that its comma leaves open', 'serves a,\n  b\nlead c', ['[serves] serves a , b', '[lead] lead c']],
  ['names that are keywords', 'team content { lead lead }', ['[team] team content', '  [lead] lead lead']],
  ['arrows with a source', 'a.b ..> c "x"\nd ..> e', ['[..>] a . b ..> c "x"', '[..>] d ..> e']],
  [
    'statements that share their first word',
    'budget owner a  budget 3 EUR per year',
    ['[budget owner] budget owner a', '[budget] budget 3 EUR per year'],
  ],
  [
    'parts that open statements elsewhere',
    'benefit "x" from 1 to 2 by 2027\nfrom hybrid to central',
    ['[benefit] benefit "x" from 1 to 2 by 2027', '[from] from hybrid to central'],
  ],
  [
    'additions of a phase',
    'add role r to t { level senior }\nadd a ..> b',
    ['[add role] add role r to t', '  [level] level senior', '[..>] add a ..> b'],
  ],
  [
    'rules and their options',
    'rules {\n a/b warning { max 3 } \n c/d off because "x"\n}',
    ['[rules] rules', '  [setting] a / b warning', '    [option] max 3', '  [setting] c / d off because "x"'],
  ],
  [
    'what a change takes back, and says in its header',
    'change a "A" is b { -interim -reports to lead x\n- level } remove a ..> b, c\nchange p.s within 2 days',
    [
      '[change] change a "A" is b',
      '  [-] - interim',
      '  [-] - reports to',
      '  [lead] lead x',
      '  [-] - level',
      '[remove] remove a ..> b , c',
      '[change] change p . s within 2 days',
    ],
  ],
  ['braces without an owner', '{ lead a } }', ['[] ', '  [lead] lead a']],
  ['nothing', '', []],
])('%s', (_, source, lines) => {
  expect(outline(blocksOf(tokensOf(source)).document)).toEqual(lines);
});
