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
  click(selector: string, webview?: string): Promise<void>;
  doubleClick(selector: string, webview?: string): Promise<void>;
  count(selector: string, webview?: string): Promise<number>;
  attribute(name: string, selector: string, webview?: string): Promise<string | null>;
  /** A key or a chord in Playwright's words, as `Control+K`. */
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  /** A picture for a person to look at, in test/host/shots: of the window, or of a webview alone. */
  shot(name: string, webview?: string): Promise<void>;
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
    click: async (selector, webview) => void (await ask('click', { selector, webview })),
    doubleClick: async (selector, webview) => void (await ask('double-click', { selector, webview })),
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
