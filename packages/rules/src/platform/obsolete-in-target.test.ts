import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './obsolete-in-target.ts';

describeRule(rule, {
  rows: [
    {
      title: 'looks at what phases state',
      source: `platform mail "Mail"
plan p "P" { phase one "One" { change mail { status ⟦retiring⟧ } } }
`,
      says: ['“Mail” is retiring, and still there after “One”, the last phase of “P”.'],
    },
    {
      title: 'is content with one plan of several',
      source: `platform mail "Mail" { status retiring }  platform other "Other"
plan p "P" { phase one "One" { remove other because "done" } }
plan q "Q" { phase one "One" { remove mail because "done" } }
`,
    },
    {
      title: 'is content where a platform lives again',
      source: `platform mail "Mail" { status retiring }
plan p "P" { phase one "One" { change mail { status live } } }
`,
    },
  ],
});
