/** What tests in the extension host do with the workspace, and with the page before it. */
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';

/**
 * The page that shows the workbench; undefined on the desktop, where tests that need it are skipped. `webview` is a
 * selector of an element in the webview that is meant; without it, the workbench itself is.
 */
export interface WorkbenchPage {
  /** The text in the first element; waits for it. */
  text(selector: string, webview?: string): Promise<string>;
  /** In the middle, or at a place in pixels from the upper left corner. */
  click(selector: string, webview?: string, place?: readonly [x: number, y: number]): Promise<void>;
  doubleClick(selector: string, webview?: string): Promise<void>;
  /** Waits until the element is seen, and says `text`. */
  see(selector: string, webview?: string, text?: string): Promise<void>;
  /** Waits until nothing of the kind is seen. */
  miss(selector: string, webview?: string, text?: string): Promise<void>;
  hover(selector: string, webview?: string): Promise<void>;
  /** Where it is seen, in pixels of the window. */
  box(selector: string, webview?: string): Promise<Box>;
  /** Turns the wheel where the mouse is. */
  wheel(by: number): Promise<void>;
  count(selector: string, webview?: string): Promise<number>;
  attribute(name: string, selector: string, webview?: string): Promise<string | null>;
  /** A key or a chord in Playwright's words, as `Control+K`. */
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  /** A picture for a person to look at, in test/host/shots: of the window, or of a webview alone. */
  shot(name: string, webview?: string): Promise<void>;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const { MKTORG_TEST_PAGE } = process.env;

export const page: WorkbenchPage | undefined = MKTORG_TEST_PAGE ? pageAt(MKTORG_TEST_PAGE) : undefined;

/** The uri of a file of the workspace, which is a copy of the folder `examples`. */
export function uriOf(file: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('No folder is open.');
  return vscode.Uri.joinPath(folder.uri, file);
}

export async function openFile(file: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uriOf(file)));
}

/** Asks again and again until there is an answer that is neither undefined nor false. */
export async function until<T>(
  what: string,
  ask: () => T | undefined | false | Promise<T | undefined | false>,
  milliseconds = 10_000,
): Promise<T> {
  for (const end = Date.now() + milliseconds; Date.now() < end; await sleep(25)) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
  }
  throw new Error(`Waited ${milliseconds / 1000} s for ${what}.`);
}

function pageAt(door: string): WorkbenchPage {
  async function ask(
    action: string,
    parameters: Readonly<Record<string, string | undefined>>,
  ): Promise<unknown> {
    const given = Object.entries(parameters).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    const response = await fetch(`${door}/${action}?${new URLSearchParams(given)}`, { method: 'POST' });
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  }
  return {
    text: async (selector, webview) => String(await ask('text', { selector, webview })),
    click: async (selector, webview, place) =>
      void (await ask('click', { selector, webview, place: place?.join(',') })),
    doubleClick: async (selector, webview) => void (await ask('double-click', { selector, webview })),
    see: async (selector, webview, text) => void (await ask('wait', { selector, webview, text })),
    miss: async (selector, webview, text) =>
      void (await ask('wait', { selector, webview, text, gone: 'yes' })),
    hover: async (selector, webview) => void (await ask('hover', { selector, webview })),
    box: async (selector, webview) => boxOf(await ask('box', { selector, webview })),
    wheel: async (by) => void (await ask('wheel', { by: String(by) })),
    count: async (selector, webview) => Number(await ask('count', { selector, webview })),
    attribute: async (name, selector, webview) => {
      const value = await ask('attribute', { name, selector, webview });
      return typeof value === 'string' ? value : null;
    },
    press: async (key) => void (await ask('press', { key })),
    type: async (text) => void (await ask('type', { text })),
    shot: async (name, webview) => void (await ask('shot', { name, webview })),
  };
}

function boxOf(value: unknown): Box {
  const fields = new Map(Object.entries(typeof value === 'object' && value !== null ? value : {}));
  const number = (name: string): number => {
    const field = fields.get(name);
    if (typeof field !== 'number') throw new Error('It is not seen, so it has no place.');
    return field;
  };
  return { x: number('x'), y: number('y'), width: number('width'), height: number('height') };
}
