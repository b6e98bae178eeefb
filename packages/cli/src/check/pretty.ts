import { comparePlaces, label } from '@mktorg/model';
import type { Finding, PhaseFindings, PhaseOf } from '@mktorg/rules';
import { frameOf } from '../output/frame.ts';
import { withCode } from '../output/markdown.ts';
import { rulePage } from '../output/rule-page.ts';
import { clean } from '../terminal/clean.ts';
import { padEnd, padStart, wrap } from '../terminal/fit.ts';
import type { Screen, Style } from '../terminal/terminal.ts';
import { type Checked, counted, positionOf, resolutionsOf, type Severity, severities } from './checked.ts';

export const severityStyle: { readonly [S in Severity]: readonly Style[] } = {
  error: ['bold', 'red'],
  warning: ['bold', 'yellow'],
  info: ['bold', 'blue'],
};

export interface PrettyOptions {
  /** Shows only so many findings, the worst ones. */
  readonly most?: number;
}

/** Findings for a person: place, severity and rule; what is wrong; the line of source; why, and what to do. */
export function writePretty(checked: Checked, screen: Screen, options: PrettyOptions = {}): void {
  const all = checked.organizations.flatMap(({ findings }) => findings);
  const shown = worst(all, options.most);
  const printer = printerFor(checked, screen);
  const several = checked.organizations.length > 1;
  for (const { model, root, findings, phases } of checked.organizations) {
    const here = findings.filter((finding) => shown.has(finding));
    if (here.length === 0) continue;
    if (several) screen.write(`${screen.style('bold', clean(model.name))} ${screen.style('dim', root)}\n\n`);
    const resolutions = resolutionsOf({ phases });
    for (const finding of here) if (!finding.phase) screen.write(printer(finding, resolutions.get(finding)));
    for (const outcome of phases) {
      screen.write(headingOf(outcome, screen));
      for (const finding of outcome.fresh) {
        if (shown.has(finding)) screen.write(printer(finding, resolutions.get(finding)));
      }
    }
  }
  if (shown.size < all.length) {
    screen.write(`… and ${counted(all.length - shown.size, 'finding')} that --max-findings leaves out.\n\n`);
  }
}

/** What a phase makes of the findings, in a line. */
function headingOf({ phase, findings, fresh, resolved, allowed }: PhaseFindings, screen: Screen): string {
  const brings = fresh.length > 0 ? `, ${fresh.length} new` : '';
  const title = screen.style('bold', `After ${clean(label(phase))}`);
  const accepted = allowed.length > 0 ? `, ${allowed.length} allowed with a reason` : '';
  return `${title}: ${counted(findings.length, 'finding')}${brings}${accepted}; resolved by it: ${resolved.length}.\n\n`;
}

/** The worst findings, as many as there is room for; the first ones among equals. */
function worst(findings: readonly Finding[], most = Number.POSITIVE_INFINITY): ReadonlySet<Finding> {
  if (findings.length <= most) return new Set(findings);
  const sorted = severities.flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity),
  );
  return new Set(sorted.slice(0, most));
}

const margin = '  ';
const widestText = 96;

type Printer = (finding: Finding, resolvedBy?: readonly PhaseOf[]) => string;

function printerFor(checked: Checked, screen: Screen): Printer {
  /** A reason is read once: the next findings of the same rule are shorter by it. */
  const told = new Set<string>();
  const cells = Math.min(screen.columns, widestText + margin.length) - margin.length;
  const dim = (text: string): string => screen.style('dim', text);

  const place = (at: Finding['at']): string => {
    const { line, column } = positionOf(at);
    return `${checked.show(at.uri)}:${line}:${column}`;
  };

  const paragraph = (label: string, text: string): string => {
    const [first = '', ...rest] = wrap(text, cells - labelWidth).map((line) => withCode(line, screen));
    const lines = [
      dim(padEnd(label, labelWidth)) + first,
      ...rest.map((line) => ' '.repeat(labelWidth) + line),
    ];
    return lines.map((line) => `${margin}${line}\n`).join('');
  };

  const source = (finding: Finding): string => {
    const { at, severity } = finding;
    const line = checked.lines(at.uri, at.line);
    if (line === undefined || line.trim() === '') return '';
    const number = String(at.line + 1);
    const gutter = Math.max(4, number.length);
    const frame = frameOf(line, at, Math.max(20, screen.columns - margin.length - gutter - 3));
    const marks = '^'.repeat(frame.length) + (frame.continues ? ' …' : '');
    return (
      `${margin}${dim(`${padStart(number, gutter)} │`)} ${frame.text}\n` +
      `${margin}${dim(`${' '.repeat(gutter)} │`)} ${' '.repeat(frame.start)}${screen.style(severityStyle[severity], marks)}\n`
    );
  };

  return (finding, resolvedBy = []) => {
    const { rule, severity, message, why, todo, related } = finding;
    let text = `${screen.style('cyan', place(finding.at))} `;
    text += `${screen.style(severityStyle[severity], severity)} ${screen.link(dim(rule), rulePage(rule))}\n`;
    for (const line of wrap(clean(message), cells))
      text += `${margin}${screen.style('bold', withCode(line, screen))}\n`;
    text += source(finding);
    if (why !== '' && !told.has(why)) text += paragraph('why', clean(why));
    told.add(why);
    if (todo !== '') text += paragraph('do', clean(todo));
    const instead = textsInstead(finding);
    if (instead.length > 0) text += paragraph('try', instead.map((each) => `\`${clean(each)}\``).join(', '));
    if (resolvedBy.length > 0) {
      const phases = resolvedBy.map(({ name }) => clean(name)).join(', ');
      text += paragraph('plan', `resolved by ${phases}`);
    }
    for (const { at, message: part } of related.slice(0, mostRelated)) {
      text += paragraph(
        'see',
        isStandard(at) ? `${clean(part)}, in the standard vocabulary` : `${place(at)} ${clean(part)}`,
      );
    }
    if (related.length > mostRelated) {
      text += paragraph('', `… and ${counted(related.length - mostRelated, 'more place')}`);
    }
    return `${text}\n`;
  };
}

/** What would do instead of the marked text, where that is one of few texts. */
function textsInstead({ fixes, at, todo }: Finding): readonly string[] {
  return fixes.flatMap(({ edits }) => {
    const [edit, ...others] = edits;
    if (edit?.kind !== 'replace' || others.length > 0 || edit.choose !== undefined) return [];
    const here = comparePlaces(edit.at, at) === 0;
    return here && edit.text !== '' && !todo.includes(edit.text) ? [edit.text] : [];
  });
}

const labelWidth = 5;
/** Lines that lead to other places; beyond that they push the next finding out of sight. */
const mostRelated = 4;

/** The vocabulary that mktorg brings is in no file that somebody could open. */
function isStandard({ uri }: Finding['at']): boolean {
  return !uri.startsWith('file:');
}
