import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './contested.ts';

describeRule(rule, {
  rows: [
    {
      title: 'names all of three',
      source: `team a "A" { accountable for website }
team b "B" { accountable for ⟦website⟧ }
role c "C" { accountable for website }
`,
      says: ['“A”, “B” and “C” are all accountable for “Website”.'],
    },
    {
      title: 'counts a team and what is inside it as one',
      source: `team a "A" {
  accountable for website
  role head "Head" { accountable for website }
  team b "B" { accountable for website }
}
`,
    },
    {
      title: 'and whoever is named with: by team, by team around, by function',
      source: `team a "A" { accountable for website with b }
team b "B" { team c "C" { accountable for website } }
team d "D" { accountable for events with field-marketing }
team e "E" is field-marketing { accountable for events }
`,
    },
    {
      title: 'keeps apart activities, and what does the work from what answers for it',
      source: `team a "A" { accountable for website to produce }
team b "B" { accountable for website to deliver }
team c "C" { responsible for website }
`,
    },
    {
      title: 'keeps apart a region and the whole',
      source: `region emea "EMEA"
team a "A" { accountable for events }
team b "B" in emea { accountable for events }
`,
    },
    {
      title: 'takes the scope of the team around',
      source: `region emea "EMEA"
team field "Field" in emea {
  team a "A" { accountable for events }
  role b "B" { accountable for ⟦events⟧ }
}
`,
      says: ['“A” and “B” are both accountable for “Events” in “EMEA”.'],
    },
  ],
  fixes: [
    {
      title: 'says that it is shared, before the reason',
      source: `team a "A" { accountable for website }
team b "B" { accountable for website to deliver because "History" }
`,
      becomes: `team a "A" { accountable for website }
team b "B" { accountable for website to deliver with a because "History" }
`,
    },
  ],
});
