import type { ElementKind } from '@mktorg/model';

/** `<1:name>` is the first thing to fill in, with what stands there at first; `<0>` is where the cursor ends up. */
const bodies: { readonly [kind in ElementKind]?: string } = {
  organization: `
organization <1:name> "<2:Title>" {
  model <3|hybrid,centralized,decentralized|>
  currency <4:EUR>
  <0>
}`,
  team: `
team <1:name> "<2:Title>" {
  lead <3:head>

  role <3:head> "<4:Title of the lead>"<0>
}`,
  platform: `
platform <1:name> "<2:Title>" is <3> {
  owner <4>
  used by <5>
  <0>
}`,
  dataset: `
dataset <1:name> "<2:Title>" {
  owner <3>
  shared with <0>
}`,
  process: `
process <1:name> "<2:Title>" {
  owner <3>
  intake via "<4:channel>"
  step <5:brief> by <6>
  <0>
}`,
  step: 'step <1:name> by <2>',
  program: `
program <1:name> "<2:Title>" is <3> {
  owner <4>
  runs on <5>
  measure "<6>"<0>
}`,
  partner: `
partner <1:name> "<2:Title>" is <3> {
  delivers <4>
  reason <5>
  budget owner <6>
  workflow owner <7>
  until <0>
}`,
  committee: `
committee <1:name> "<2:Title>" as steering-committee {
  chair <3>
  members <4>
  governs <5>
  meets <6:quarterly>
}<0>`,
  initiative: `
initiative <1:name> "<2:Title>" as tiger-team {
  sponsor <3>
  lead <4>
  members <5>
  until <6>
  exit "<7>"
}<0>`,
  charter: `
charter {
  mission "<1>"
  sponsor <2>
  <0>
}`,
  goal: `
goal "<1:A broad outcome>" {
  objective "<2:Something measurable>" from <3> to <4> by <5>
}<0>`,
  objective: 'objective "<1:Something measurable>" from <2> to <3> by <4>',
  challenge: 'challenge "<1>"',
  plan: `
plan <1:name> "<2:Title>" {
  from <3:decentralized> to <4:hybrid>
  because "<5>"

  phase <6:first> "<7:Phase 1>" from <8> to <9> {
    <0>
  }
}`,
  phase: `
phase <1:name> "<2:Title>" from <3> to <4> {
  <0>
}`,
  view: `
view <1:name> "<2:Title>" {
  lens <3|reporting,stack,operating-model,initiatives,responsibilities,process,plan|>
  of <0>
}`,
};

export const rulesSnippet = snippet(`
rules {
  <0>
}`);

export const rateSnippet = snippet('rate <1:USD> <2:0.92> <3:EUR>');

/** A whole element, as the editor inserts it. */
export function elementSnippet(kind: ElementKind): string {
  return snippet(bodies[kind] ?? `${kind} <1:name> "<2:Title>"`);
}

/** What a phase adds, and to what. */
export function addedSnippet(kind: ElementKind, placed: boolean): string {
  return snippet(`${kind} <1:name> "<2:Title>"${placed ? ' to <3>' : ''}`);
}

function snippet(body: string): string {
  return body
    .trimStart()
    .replaceAll('  ', '\t')
    .replace(/<(\d)([:|][^>]*)?>/g, (_, index: string, rest = '') =>
      rest ? `\${${index}${rest}}` : `$${index}`,
    );
}
