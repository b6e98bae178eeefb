import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Measurement, measured } from '../measurement.ts';
import { runNode } from '../processes.ts';
import { grouped, type Subject } from '../subject.ts';
import { check } from '../suites/check.ts';

const version = '1.59.4';
/** Beyond this one run takes minutes. */
const mostElements = 10_000;

/** The program, where it is installed; `install` fetches it into a folder that is no part of the project. */
export function findLikeC4(scratch: string, install: boolean): string | undefined {
  const folder = path.join(scratch, 'peers');
  const program = path.join(folder, 'node_modules/likec4/bin/likec4.mjs');
  if (!existsSync(program) && install) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
    const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', `likec4@${version}`];
    const shell = process.platform === 'win32';
    spawnSync('npm', args, { cwd: folder, stdio: 'inherit', shell });
  }
  return existsSync(program) && versionOf(folder) === version ? program : undefined;
}

function versionOf(folder: string): unknown {
  return JSON.parse(readFileSync(path.join(folder, 'node_modules/likec4/package.json'), 'utf8')).version;
}

/** Validates as many elements of the same shape, in as many files; it needs no layout for that. */
export async function measureLikeC4(program: string, subject: Subject): Promise<readonly Measurement[]> {
  const results: Measurement[] = [];
  for (const organization of subject.organizations.filter((each) => each.seats <= mostElements)) {
    const { seats } = organization;
    subject.progress(`LikeC4 with ${grouped(seats)} elements`);
    const folder = path.join(subject.scratch, 'likec4', `${seats}`);
    writeModel(folder, seats);
    const walls: number[] = [];
    const peaks: number[] = [];
    const ratios: number[] = [];
    for (let n = 0; n < Math.min(3, subject.options.runs); n++) {
      const own = await check(organization, subject.dist);
      const run = await runNode([program, 'validate', '--no-layout', folder]);
      if (run.status !== 0) throw new Error(`LikeC4 failed:\n${run.output}`);
      walls.push(run.wall);
      peaks.push(run.peak / 1e6);
      ratios.push(run.wall / own.wall);
    }
    results.push(
      measured({ id: 'likec4/process', label: 'LikeC4 validate --no-layout', seats, unit: 'ms' }, walls),
      measured({ id: 'likec4/peak', label: 'peak memory of it', seats, unit: 'MB' }, peaks),
      measured({ id: 'likec4/ratio', label: 'mktorg check beside it, as fast', seats, unit: '×' }, ratios),
    );
  }
  return results;
}

/** Teams of ten roles and a platform in departments of about a hundred, and a line from every tenth role. */
function writeModel(folder: string, elements: number): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const specification = `specification {
  element team
  element role
  element platform
  relationship dotted
}
`;
  writeFileSync(path.join(folder, 'specification.c4'), specification);
  const departments = Math.max(1, Math.ceil(elements / 100));
  for (let department = 0; department < departments; department++) {
    const count = Math.min(100, elements - department * 100);
    writeFileSync(path.join(folder, `d${department}.c4`), departmentText(department, count, departments));
  }
}

function departmentText(department: number, count: number, departments: number): string {
  const lines = [`model {`, `  d${department} = team 'Department ${department}' {`];
  const dotted: string[] = [];
  for (let n = 1, team = 0; n < count; team++) {
    lines.push(`    t${team} = team 'Team ${team}' {`);
    n++;
    for (let role = 0; role < 10 && n < count; role++, n++) {
      lines.push(`      r${role} = role 'Role ${role}' { description 'Held by somebody' }`);
      const to = `d${(department * 7 + team) % departments}`;
      if (role === 4 && to !== `d${department}`) {
        dotted.push(`  d${department}.t${team}.r${role} -[dotted]-> ${to} 'shared campaigns'`);
      }
    }
    lines.push('    }');
  }
  return `${[...lines, '  }', ...dotted, '}'].join('\n')}\n`;
}
