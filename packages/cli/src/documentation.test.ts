import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { defineCommands } from './program.ts';
import { processTerminal } from './terminal/terminal.ts';

const root = path.join(import.meta.dirname, '../../..');
const pages = [
  'README.md',
  'docs/chart.md',
  'docs/ci.md',
  'docs/cli.md',
  'docs/editor.md',
  'docs/import.md',
  'docs/language/README.md',
  'docs/plans.md',
  'docs/review.md',
  'docs/rules/README.md',
  'media/walkthrough/check.md',
  'media/walkthrough/import.md',
  'media/walkthrough/new.md',
  'media/walkthrough/preview.md',
];

/** The options of every command, by its words: `import csv`. */
const commands = new Map<string, ReadonlySet<string>>();
/** Those that nobody calls by hand. */
const hidden = new Set<string>();
const program = new Command();
defineCommands(program, processTerminal(), () => {});
learn(program, []);

function learn(command: Command, words: readonly string[]): void {
  for (const each of command.commands) {
    const name = [...words, each.name()];
    if (!command.createHelp().visibleCommands(command).includes(each)) hidden.add(name.join(' '));
    // What is not in the help is there for who mistakes this program for another.
    const options = each.options
      .filter((option) => !option.hidden)
      .flatMap(({ long, short }) => [long, short].filter((flag) => flag != null));
    commands.set(name.join(' '), new Set(options));
    learn(each, name);
  }
}

function textOf(page: string): string {
  return readFileSync(path.join(root, page), 'utf8');
}

/** What stands in code on a page, without what is another language's. */
function codeOf(page: string): readonly string[] {
  const text = textOf(page).replace(/```(?:css|mktorg|lua|elisp|toml|csv)\n[\s\S]*?```/g, '');
  return [...text.matchAll(/```[^\n]*\n([\s\S]*?)```|`([^`\n]+)`/g)].flatMap(([, block, span]) =>
    (block ?? span ?? '').split('\n'),
  );
}

const flags = /(?<![\w-])(?:--[a-z][a-z-]*|-[a-z](?![\w-]))/g;

describe.each(pages)('%s', (page) => {
  it('names no option that there is not', () => {
    const known = new Set([...commands.values()].flatMap((options) => [...options]));
    const named = codeOf(page)
      .filter((code) => !/^\s*(?:npm|ln|git|alias|node -|-->)/.test(code))
      .flatMap((code) => (code.startsWith('-') || code.includes('mktorg ') ? [...code.matchAll(flags)] : []))
      .map(([flag]) => flag);
    expect(named.filter((flag) => !known.has(flag))).toEqual([]);
  });

  it('calls commands with what they take', () => {
    const wrong: string[] = [];
    for (const code of codeOf(page)) {
      for (const [call] of code.matchAll(/(?<![\w/.-])mktorg(?:\.js)? (?!ends)[a-z][^#|&;]*/g)) {
        const [, first = '', second = ''] = call.trim().split(/\s+/);
        const options = commands.get(`${first} ${second}`) ?? commands.get(first);
        if (first === 'help') continue;
        if (!options) wrong.push(call);
        for (const [flag] of call.matchAll(flags)) if (!options?.has(flag)) wrong.push(call);
      }
    }
    expect(wrong).toEqual([]);
  });
});

it('tells of every option of every command', () => {
  const sections = textOf('docs/cli.md').split(/^## /m);
  for (const [name, options] of commands) {
    if (name === 'import' || hidden.has(name)) continue;
    const section =
      sections.find((each) =>
        each
          .split('\n')[0]
          ?.split(/ and |, /)
          .includes(name),
      ) ?? '';
    const told = [...options].filter((flag) => flag.startsWith('--'));
    const missing = told.filter((flag) => !new RegExp(`${flag}(?![\\w-])`).test(section));
    expect([name, missing.filter((flag) => flag !== '--redact')]).toEqual([name, []]);
  }
});
