/** Whole numbers from 0 up to, but not including, `below`; the same seed gives the same numbers. */
export type Random = (below: number) => number;

export function randomFrom(seed: number): Random {
  let state = (seed * 2_654_435_761 + 1) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const titles = [
  'Chief Marketing Officer',
  'Designer',
  'Vice President, Marketing Technology & Operations',
  'Donaudampfschifffahrtsgesellschaftskapitänsmützenträger',
  'مدير التسويق الإقليمي للمملكة العربية السعودية ودول الخليج العربي',
  'محلل بيانات',
  '自由行產品行銷暨異業合作資深專案企劃暨全球品牌策略總監特別助理',
  'ผู้จัดการฝ่ายการตลาดดิจิทัลประจำภูมิภาค',
  'Spécialiste « marketing » à l’étranger',
  'מנהלת שיווק',
  'Директор по маркетингу и коммуникациям',
  '<script>alert(1)</script> & <b>Co</b>',
  'Growth 🚀 Hacker 👩🏽‍💻',
  'الفريق Team A 台北 B',
  'मार्केटिंग प्रबंधक',
  'a',
];
const names = [
  'Ayu Lestari',
  'نورة القحطاني',
  '陳柏宇',
  'O’Neill-Çelik, Jr.',
  'Trần Mỹ Linh',
  'x'.repeat(60),
];
const levels = ['executive', 'director', 'senior', 'associate'];
const forms = ['center-of-excellence', 'in-house-agency', 'core-team', 'shared-service'];
const functions = ['growth', 'brand-marketing', 'product-marketing', 'marketing-operations'];

/**
 * The text of an organisation of about so many roles, with everything a chart must cope with: titles in many scripts,
 * teams without leads, leads above their teams, lines across teams, cycles, pools, vacancies, and names that nothing
 * has.
 */
export function randomOrganization(seed: number, size: number): string {
  const random = randomFrom(seed);
  const pick = (from: readonly string[]): string => from[random(from.length)] ?? '';
  const lines = [
    `organization org "${pick(titles)}" { currency EUR }`,
    `region emea "Europe, Middle East & Africa"`,
    `region asia "آسيا"`,
    `external ceo "${pick(titles)}"`,
    'external sales "Sales"',
    'partner pixel "Pixel Works" is agency { delivers paid-advertising }',
    'committee board "Board" { chair r0 }',
  ];
  let roles = 0;
  let teams = 0;
  const role = (indent: string): string => {
    const name = `r${roles}`;
    roles += 1;
    const body: string[] = [];
    if (random(2) === 0) body.push(`level ${pick(levels)}`);
    if (random(3) > 0) body.push(`held by "${pick(names)}"${random(4) === 0 ? `, "${pick(names)}"` : ''}`);
    if (random(6) === 0) body.push(`seats ${1 + random(12)}`);
    if (random(8) === 0) body.push(random(2) === 0 ? 'interim' : 'interim until 2027-03-31');
    if (random(9) === 0) body.push(`reports to ${random(3) === 0 ? 'ceo' : `r${random(size)}`}`);
    if (random(7) === 0) body.push(`..> ${target()} "${pick(titles)}"`);
    if (random(20) === 0) body.push('fte 0.5');
    lines.push(`${indent}role ${name} "${pick(titles)}"${random(12) === 0 ? ' in emea' : ''} {`);
    for (const line of body) lines.push(`${indent}  ${line}`);
    lines.push(`${indent}}`);
    return name;
  };
  const target = (): string => {
    const kind = random(6);
    if (kind === 0) return 'sales';
    if (kind === 1) return 'pixel';
    if (kind === 2) return `t${random(Math.max(1, teams + 2))}`;
    if (kind === 3) return 'board';
    return `r${random(size)}`;
  };
  const team = (indent: string, depth: number): void => {
    const name = `t${teams}`;
    teams += 1;
    const scope = random(5) === 0 ? ` in ${pick(['emea', 'asia'])}` : '';
    const kind = random(3) === 0 ? ` is ${pick(functions)}` : '';
    const form = random(4) === 0 ? ` as ${pick(forms)}` : '';
    lines.push(`${indent}team ${name} "${pick(titles)}"${kind}${form}${scope} {`);
    const count = random(7);
    const first = roles;
    if (count > 0 && random(5) > 0) lines.push(`${indent}  lead r${first}`);
    else if (random(3) === 0) lines.push(`${indent}  lead r${random(Math.max(1, roles))}`);
    for (let i = 0; i < count; i += 1) role(`${indent}  `);
    const inner = depth > 3 || roles >= size ? 0 : random(4);
    for (let i = 0; i < inner && roles < size; i += 1) team(`${indent}  `, depth + 1);
    lines.push(`${indent}}`);
  };
  while (roles < size) {
    if (random(6) === 0) role('');
    else team('', 0);
  }
  for (let i = 0; i < size / 6; i += 1) {
    const integrates = random(2) === 0 ? `  integrates p${random(Math.max(1, size / 6))}` : '';
    const owner =
      random(4) > 0 ? `  owner ${random(2) === 0 ? `t${random(teams)}` : `r${random(roles)}`}` : '';
    const status = random(4) === 0 ? `  status ${pick(['planned', 'retiring', 'retired', 'live'])}` : '';
    const category = random(5) > 0 ? ` is ${pick(['email', 'crm', 'content-management', 'survey'])}` : '';
    const scope = random(5) === 0 ? ` in ${pick(['emea', 'asia'])}` : '';
    lines.push(`platform p${i} "${pick(titles)}"${category}${scope} {`, owner, integrates, status, '}');
  }
  return lines.join('\n');
}
