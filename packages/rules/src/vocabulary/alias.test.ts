import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './alias.ts';

describeRule(rule, {
  rows: [
    {
      title: 'matches whole words only, whatever their case',
      source: `team ⟦a⟧ "FREEBIES!"\nteam b "Freebieshop"\nteam c "Steercorporate"\n`,
    },
    {
      title: 'takes the longest of those that start alike, and each term once',
      source: `team ⟦a⟧ "Stolen goods and pens and mugs"\n`,
    },
    {
      title: 'finds parts of words where a script joins them',
      source: `team ⟦a⟧ "我們的筆和杯子團隊"\nteam ⟦b⟧ "وحدة العمليات العسكرية"\n`,
    },
    {
      title: 'knows aliases of the model',
      source: `capability regional-campaigns "Regional campaigns" { aliases "local campaigns" }
team ⟦a⟧ "Local campaigns Lisbon"
`,
      says: [
        'The team “Local campaigns Lisbon” says “Local campaigns”; the term of the field is “Regional campaigns”.',
      ],
    },
    {
      title: 'leaves alone the term itself, what is of it, and what is also a title',
      source: `capability swag "Freebies"
committee c "Steering group" as steering-committee
category gifts "Promotional merchandise" { layer channel }
team t "Promotional merchandise"
`,
    },
  ],
  fixes: [
    {
      title: 'writes the term in the title',
      source: `team a "Our freebies shop" is brand-marketing\n`,
      becomes: `team a "Our swag shop" is brand-marketing\n`,
    },
    {
      title: 'writes the term in the purpose',
      source: `team a "A"\nteam b "B"\na ..> b "the \\"freebies\\""\n`,
      becomes: `team a "A"\nteam b "B"\na ..> b "the \\"swag\\""\n`,
    },
  ],
});
