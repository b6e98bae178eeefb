import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './committee-seats.ts';

describeRule(rule, {
  rows: [
    { title: 'leaves alone committees of another form', source: `committee council "Council" as council\n` },
    {
      title: 'knows departments in other languages, by team and by tag',
      source: `external تقنية_المعلومات "تقنية المعلومات"
external 數據部 "數據部"
team support-desk "Customer support" {
  lead head
  role head "Head"
}
committee c "C" as steering-committee { members تقنية_المعلومات, 數據部, head }
external tech "Technology & Data" { tags it }
external vertrieb "Vertrieb"
committee d "D" as steering-committee { members tech, vertrieb }
`,
    },
    {
      title: 'lets a department that it does not know be any one of them',
      source: `external one "Aaa"
external two "Bbb"
external sales "Sales"
external finance "Finance"
committee a "A" as steering-committee { members one, two, sales }
committee ⟦b⟧ "B" as steering-committee { members one, sales, finance }
`,
      says: ['“B” has no seat for IT.'],
    },
  ],
  fixes: [
    {
      title: 'adds the departments that the model has',
      source: `external corp-it "Corporate IT"
external bi "Enterprise BI"
external sales "Sales"
committee c "C" as steering-committee {
  members sales
}
`,
      becomes: `external corp-it "Corporate IT"
external bi "Enterprise BI"
external sales "Sales"
committee c "C" as steering-committee {
  members corp-it, bi
  members sales
}
`,
    },
  ],
});
