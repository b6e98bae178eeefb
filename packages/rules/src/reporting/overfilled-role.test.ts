import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './overfilled-role.ts';

describeRule(rule, {
  rows: [
    { title: 'leaves a vacancy alone', source: `role designer "Designer" { seats 3  held by "Ada Lind" }\n` },
    {
      title: 'points at the first who is too many',
      source: `role designer "Designer" {
  seats 2
  held by "Ada Lind", "Bo Ek"
  ⟦held by "Chen Wei"⟧
}
`,
      says: ['“Designer” has 2 seats and 3 holders: Ada Lind, Bo Ek and Chen Wei.'],
    },
  ],
  fixes: [
    {
      title: 'states the seats',
      source: `role director "Brand Director" { held by "Ada Lind", "Bo Ek" }\n`,
      becomes: `role director "Brand Director" { seats 2  held by "Ada Lind", "Bo Ek" }\n`,
    },
    {
      title: 'corrects the seats',
      source: `role director "Brand Director" {\n  seats 1\n  held by "Ada Lind", "Bo Ek"\n}\n`,
      becomes: `role director "Brand Director" {\n  seats 2\n  held by "Ada Lind", "Bo Ek"\n}\n`,
    },
  ],
});
