import type { Scene, Theme } from '@mktorg/chart';
import { drawChart, toMarkdown, toMermaid, toSvg, toText } from '@mktorg/chart';
import { type ElementId, type OrgModel, redactPeople } from '@mktorg/model';
import { type ChartWish, chartOptions } from '../charts/options.ts';
import { findingsByPhase } from '../charts/phases.ts';
import { type PointWish, pointOf } from '../charts/point.ts';
import { nothingToShow, showsSomething } from '../charts/shown.ts';
import { type ExitStatus, exit } from '../exit.ts';
import { Failure } from '../failure.ts';
import { loadOrganizations, onlyModel } from '../organizations.ts';
import { deliver } from '../output/deliver.ts';
import { formatFor } from '../output/format.ts';
import { type RenderFormat, renderFormats } from '../program/render.ts';
import { clean } from '../terminal/clean.ts';
import { startProgress } from '../terminal/progress.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { todayOf } from '../today.ts';

export interface RenderOptions extends ChartWish, PointWish {
  readonly format?: RenderFormat;
  readonly theme: Theme;
  readonly scale: number;
  readonly output?: string;
}

export async function renderCommand(
  from: string | undefined,
  options: RenderOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const format = formatFor(options, renderFormats, 'text', terminal);
  if (format === 'png' && terminal.out.interactive && (options.output ?? '-') === '-') {
    throw new Failure('A PNG cannot be shown in a terminal.', 'Write it to a file: -o chart.png');
  }
  const loaded = await loadOrganizations(from === undefined ? [] : [from], terminal);
  const today = onlyModel(loaded, terminal, 'render', undefined);
  const { model: point, wish, plan } = pointOf(today, options);
  const seen = (each: OrgModel): OrgModel => (options.redact === 'people' ? redactPeople(each) : each);
  const model = seen(point);
  if (wish.lens === 'plan' && options.at !== undefined) {
    terminal.err.write('The plan lens shows every phase: --at says which plan.\n');
  }
  warnOfProblems(loaded.models, terminal);
  if (!showsSomething(model, wish.lens)) throw nothingToShow(model, wish.lens);
  const content = await contentOf(format, model, { wish, today: seen(today), plan }, terminal);
  deliver(content, options.output, terminal);
  return exit.clean;
}

interface Asked {
  readonly wish: RenderOptions;
  readonly today: OrgModel;
  readonly plan: ElementId | undefined;
}

async function contentOf(
  format: RenderFormat,
  model: OrgModel,
  { wish: options, today, plan }: Asked,
  terminal: Terminal,
): Promise<string | Uint8Array> {
  if (format === 'html') {
    const { htmlChart } = await import('../charts/html.ts');
    return htmlChart(model, options, terminal, { today, plan });
  }
  const scene = drawChart(model, {
    ...chartOptions(model, options),
    ...(options.lens === 'plan' && { phases: findingsByPhase(model, todayOf(terminal)) }),
  });
  switch (format) {
    case 'svg':
      sayNotes(scene, terminal);
      return toSvg(scene, { theme: options.theme });
    case 'png':
      sayNotes(scene, terminal);
      return pngOf(scene, options, terminal);
    case 'mermaid':
      return toMermaid(scene);
    case 'markdown':
      return toMarkdown(scene);
    case 'text':
      return textOf(scene, options, terminal);
  }
}

function textOf(scene: Scene, { output }: RenderOptions, { out }: Terminal): string {
  if (output !== undefined && output !== '-') return toText(scene, { width: 100 });
  return toText(scene, { width: out.columns, color: out.style('bold', 'x') !== 'x' });
}

/** What a picture leaves out; the texts say it themselves. */
function sayNotes({ notes }: Scene, { err }: Terminal): void {
  for (const note of notes) err.write(`${err.style('dim', clean(note))}\n`);
}

async function pngOf(scene: Scene, options: RenderOptions, terminal: Terminal): Promise<Uint8Array> {
  const { fontsFor } = await import('../raster/fonts.ts');
  const { rasterize } = await import('../raster/png.ts');
  const progress = startProgress(terminal);
  try {
    await progress.step('Drawing the picture');
    const theme = options.theme === 'auto' ? 'light' : options.theme;
    const svg = toSvg(scene, { theme, flat: true });
    const fonts = fontsFor(textIn(svg), terminal.env);
    warnOfGlyphs(fonts.missing, terminal);
    const { png, scale } = await rasterize(svg, scene, options.scale, fonts);
    if (scale < options.scale) {
      terminal.err.write(
        `The chart is large: it was drawn at ${scale.toFixed(2)} instead of ${options.scale} pixels.\n`,
      );
    }
    return png;
  } finally {
    progress.stop();
  }
}

/** What is written in a picture, roughly: more characters than there are do no harm. */
function textIn(svg: string): string {
  return svg.replace(/<style>[\s\S]*?<\/style>|<[^>]*>/g, '').replace(/&#?\w+;/g, '');
}

function warnOfGlyphs(missing: readonly string[], { err }: Terminal): void {
  if (missing.length === 0) return;
  const some = missing.slice(0, 12).join(' ');
  const more = missing.length > 12 ? ` and ${missing.length - 12} more` : '';
  err.write(
    `${err.style(['bold', 'yellow'], 'warning')} No font on this machine has ${some}${more}: empty boxes stand for them.\n` +
      '  Install a font for the script, such as one of the Noto fonts, and draw again.\n',
  );
}

/** A chart of a text that is broken shows less than there is. */
function warnOfProblems(models: readonly OrgModel[], { err }: Terminal): void {
  const problems = models.flatMap((model) => model.problems);
  if (problems.length === 0) return;
  const many = problems.length === 1 ? 'is a problem' : `are ${problems.length} problems`;
  err.write(
    `${err.style(['bold', 'yellow'], 'warning')} There ${many} in the text, so the chart may lack something. mktorg check says what.\n`,
  );
}
