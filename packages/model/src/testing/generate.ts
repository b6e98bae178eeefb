export interface GeneratedOrganization {
  readonly seats: number;
  /** About how many seats stand in one file. */
  readonly perFile?: number;
  /** Dotted lines per role. */
  readonly dottedShare?: number;
  readonly seed?: number;
}

export const generatedRoot = 'file:///generated';

/**
 * The texts of an organisation of so many roles of one seat, by uri: a department to a file, with teams of about ten
 * roles nested two deep, their leads, a platform for every team, and dotted lines within and between files. Names
 * repeat from team to team, as they do in life. The same options give the same texts.
 */
export function generateOrganization(options: GeneratedOrganization): Map<string, string> {
  const { seats, perFile = 100, dottedShare = 0.1, seed = 1 } = options;
  const random = randomFrom(seed);
  const departments = Math.max(1, Math.ceil((seats - 1) / perFile));
  const plans: Department[] = [];
  for (let index = 0, left = seats - 1; index < departments; index++) {
    const size = Math.min(left, Math.ceil(left / (departments - index)));
    plans.push({ name: `d${index + 1}`, size, teams: Math.max(1, Math.round(size / 11)) });
    left -= size;
  }
  const texts = new Map<string, string>();
  texts.set(`${generatedRoot}/organization.mktorg`, organizationText());
  for (const [index, plan] of plans.entries()) {
    const text = departmentText(plan, index, plans, dottedShare, random);
    texts.set(`${generatedRoot}/departments/${plan.name}.mktorg`, text);
  }
  return texts;
}

interface Department {
  readonly name: string;
  readonly size: number;
  readonly teams: number;
}

const jobs = [
  'analyst',
  'designer',
  'copywriter',
  'strategist',
  'engineer',
  'producer',
  'planner',
  'specialist',
];
const functions = [
  'growth',
  'brand-marketing',
  'product-marketing',
  'marketing-operations',
  'marketing-analytics',
];
const levels = ['associate', 'intermediate', 'senior'];
const regions = ['emea', 'apac', 'americas'];
const givenNames = ['Ada', 'Bo', 'Chen', 'Dewi', 'Elif', 'Femi', 'Gita', 'Hugo', 'Ines', 'Jun'];
const familyNames = ['Lind', 'Ek', 'Wei', 'Lestari', 'Kaya', 'Ade', 'Rao', 'Petit', 'Costa', 'Sato'];

function organizationText(): string {
  return `organization generated "Generated" {
  model hybrid
  motion sales-led
  currency EUR
}
${regions.map((region) => `region ${region}`).join('\n')}
external it "Corporate IT"
role chief "Chief Marketing Officer" { level executive  held by "Sari Wijaya" }
`;
}

function departmentText(
  { name, size, teams }: Department,
  index: number,
  all: readonly Department[],
  dottedShare: number,
  random: () => number,
): string {
  const pick = <T>(values: readonly T[]): T | undefined => values[Math.floor(random() * values.length)];
  const person = () => `${pick(givenNames)} ${pick(familyNames)} ${Math.floor(random() * 1e6)}`;
  const above = all[Math.floor((index - 1) / 8)];
  const lines: string[] = [];
  const starts: string[] = [];
  const platforms: string[] = [];
  const scope = index % 3 === 0 ? '' : ` in ${pick(regions)}`;
  lines.push(`team ${name} "Department ${index + 1}" is ${pick(functions)}${scope} {`, '  lead head');
  lines.push(
    `  role head "Head of department ${index + 1}" { level director  reports to ${
      index === 0 || above === undefined ? 'chief' : `${above.name}.head`
    }  held by "${person()}" }`,
  );
  let left = size - 1;
  for (let number = 1; number <= teams; number++) {
    const team = `${name}-t${number}`;
    const inTeam = Math.floor(left / (teams - number + 1));
    left -= inTeam;
    // Every third team stands inside the one before.
    const inner = number % 3 === 0;
    if (inner) lines.pop();
    const indent = inner ? '    ' : '  ';
    lines.push(`${indent}team ${team} "Team ${number} of department ${index + 1}" {`, `${indent}  lead lead`);
    for (let role = 0; role < inTeam; role++) {
      const job = role === 0 ? 'lead' : `${jobs[role % jobs.length]}-${role}`;
      const vacant = role > 0 && random() < 0.08;
      const holder = vacant ? '' : `  held by "${person()}"`;
      lines.push(`${indent}  role ${job} "${capital(job)}" { level ${pick(levels)}${holder} }`);
      if (random() < dottedShare) starts.push(`${team}.${job}`);
    }
    lines.push(`${indent}}`);
    if (inner) lines.push('  }');
    platforms.push(
      `platform ${team}-tool "Tool of ${team}" is work-management { owner ${team}  used by ${team} for "campaigns" }`,
    );
  }
  lines.push('}', ...platforms);
  for (const start of starts) {
    const far = random() < 0.3 ? pick(all) : undefined;
    const team = far
      ? `${far.name}-t${1 + Math.floor(random() * far.teams)}`
      : `${name}-t${1 + Math.floor(random() * teams)}`;
    lines.push(`${start} ..> ${team} "shared campaigns"`);
  }
  return `${lines.join('\n')}\n`;
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replace('-', ' ');
}

/** A small generator of numbers between 0 and 1 (mulberry32): the same seed gives the same numbers. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
