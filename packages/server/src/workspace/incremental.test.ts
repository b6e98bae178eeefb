import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createOrganizations } from './organizations.ts';
import { createOutlook } from './outlook.ts';
import { createPublisher, type PublisherEvents } from './publisher.ts';
import { createSources, type Sources } from './sources.ts';

const root = 'file:///w';
const names = ['org.mktorg', 'a.mktorg', 'b.mktorg', 'sub/c.mktorg', 'sub/d.mktorg'];

/** Lines that refer to one another, that break when one goes, and that are broken by themselves. */
const line = fc.constantFrom(
  'organization o "O" { model hybrid }',
  'team t "T" {',
  'team u {',
  '}',
  'lead boss',
  'role boss "Boss" { held by "Ann" }',
  'role aide "Aide" { reports to t.boss  level head }',
  'reports to aide',
  'platform crm "CRM" is crm { used by t  integrates mail }',
  'platform mail { owner boss }',
  'aide ..> boss',
  'responsible for pricing',
  'allow platform/owner because "x"',
  'rules { platform/owner off }',
  'rules { reporting/span-of-control warning { max 0 } }',
  'region emea',
  'person ann "Ann"',
  'owner nobody',
  'plan p "P" { phase one "One" { move t.boss to u  change crm { owner u } } phase two { retire crm  told boss } }',
  'plan q { phase one { add team v { role x } to t  remove u } phase two { move x to u } }',
  'process w { owner t  step one by boss  step two via crm }',
  'plan r { phase one { change boss "Head" is cmo in emea { -level  held by +ann, -"Ann" }  remove aide ..> boss } }',
  'plan s { phase one { add step zero by u to w before one  move w.two to w before one  change crm { -used by } } }',
  'role "',
  '/* ',
  '*/',
);
const text = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n'));
const edit = fc.record({ name: fc.constantFrom(...names), text: fc.option(text, { nil: undefined }) });

interface Session {
  readonly sources: Sources;
  readonly shown: Map<string, readonly Diagnostic[]>;
  schedule(): void;
  idle(): Promise<void>;
}

function session(): Session {
  const sources = createSources();
  const organizations = createOrganizations(sources, () => '2026-06-15');
  const shown = new Map<string, readonly Diagnostic[]>();
  const events: PublisherEvents = {
    publish(uri, diagnostics) {
      // Never one that did not change.
      expect(diagnostics).not.toEqual(shown.get(uri) ?? []);
      if (diagnostics.length > 0) shown.set(uri, diagnostics);
      else shown.delete(uri);
    },
    failed: ({ error }) => {
      throw error;
    },
    changed: () => undefined,
    settled: () => undefined,
  };
  const publisher = createPublisher(sources, organizations, createOutlook(organizations), events, 0);
  return { sources, shown, schedule: publisher.schedule, idle: publisher.idle };
}

function put(sources: Sources, uri: string, text: string | undefined): void {
  if (text === undefined) sources.close(uri);
  else sources.open(uri, TextDocument.create(uri, 'mktorg', 1, text));
}

test('after any edits, what is shown is what a fresh start shows', async () => {
  const edits = fc.array(fc.tuple(edit, fc.boolean()), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(edits, async (steps) => {
      const edited = session();
      const texts = new Map<string, string>();
      for (const [{ name, text }, wait] of steps) {
        const uri = `${root}/${name}`;
        if (text === undefined) texts.delete(uri);
        else texts.set(uri, text);
        put(edited.sources, uri, text);
        edited.schedule();
        if (wait) await edited.idle();
      }
      await edited.idle();

      const fresh = session();
      for (const [uri, text] of [...texts].sort()) put(fresh.sources, uri, text);
      fresh.schedule();
      await fresh.idle();
      expect(new Map([...edited.shown].sort())).toEqual(new Map([...fresh.shown].sort()));
    }),
    { numRuns: 150 },
  );
}, 120_000);
