import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './used-before-added.ts';

describeRule(rule, {
  rows: [
    {
      title: 'looks into what a change states',
      source: `platform mail "Mail"
plan p "P" {
  phase one "One" { change mail { integrates +⟦cdp⟧ } }
  phase two "Two" { add platform cdp "CDP" }
}
`,
    },
    {
      title: 'looks into what is added',
      source: `team a "A"
plan p "P" {
  phase one "One" { add role x "X" to a { reports to ⟦boss⟧ } }
  phase two "Two" { add role boss "Boss" to a }
}
`,
    },
  ],
});
