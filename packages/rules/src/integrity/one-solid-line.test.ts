import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './one-solid-line.ts';

describeRule(rule, {
  rows: [
    {
      title: 'counts lines and names in a list',
      source: `role a "A"\nrole b "B"\nrole c "C" {\n  reports to a\n  reports to ⟦b⟧, a\n}\n`,
    },
    { title: 'leaves alone one', source: `role a "A"\nrole c "C" { reports to a }\n` },
  ],
});
