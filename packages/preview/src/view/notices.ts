import { make } from '../dom.ts';

/** How long text is broken before that is said, in milliseconds. */
const broken = 700;
/** How long a reader waits before that is said, in milliseconds. */
const patience = 400;

/** What is to be said of the chart as a whole: over it, or in its place where there is none. */
export class Notices {
  /** In the place of a chart. */
  readonly nothing = make('div', { class: 'nothing', attributes: { role: 'status', hidden: true } });
  readonly notice = make('div', { class: 'notice', attributes: { role: 'status', hidden: true } });
  private saying: ReturnType<typeof setTimeout> | undefined;
  /** Told whether the chart is that of an older text. */
  private readonly stale: (stale: boolean) => void;

  constructor(stale: (stale: boolean) => void) {
    this.stale = stale;
  }

  /** There is a chart: what is said in its place goes. */
  drawn(): void {
    this.nothing.hidden = true;
  }

  /** Without a chart to keep, the reason stands in its place. */
  sayNothing(reason: string, keeps: boolean): void {
    clearTimeout(this.saying);
    if (keeps) {
      this.say(reason);
      return;
    }
    this.nothing.textContent = reason;
    this.nothing.hidden = false;
  }

  wait(text: string, keeps: () => boolean): void {
    clearTimeout(this.saying);
    this.saying = setTimeout(() => this.sayNothing(text, keeps()), patience);
  }

  say(text: string | undefined): void {
    clearTimeout(this.saying);
    this.notice.hidden = text === undefined;
    this.notice.textContent = text ?? '';
  }

  /** Text is broken at every second key of somebody who types, so that is said only where it stays. */
  sayStale(reason: string | undefined): void {
    const show = (): void => {
      this.say(reason);
      this.stale(reason !== undefined);
    };
    clearTimeout(this.saying);
    if (reason === undefined || !this.notice.hidden) show();
    else this.saying = setTimeout(show, broken);
  }
}
