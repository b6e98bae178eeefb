import { commands, type Disposable, Location, Position, Range, Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

interface Mentions {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
  readonly locations: readonly {
    readonly uri: string;
    readonly range: {
      readonly start: { line: number; character: number };
      readonly end: { line: number; character: number };
    };
  }[];
}

/** What a code lens opens: the places behind its number, in the editor's own peek view. */
export function registerMentions(_client: BaseLanguageClient): Disposable {
  return commands.registerCommand('mktorg.showMentions', async ({ uri, position, locations }: Mentions) => {
    await commands.executeCommand(
      'editor.action.showReferences',
      Uri.parse(uri),
      new Position(position.line, position.character),
      locations.map(
        ({ uri: each, range: { start, end } }) =>
          new Location(Uri.parse(each), new Range(start.line, start.character, end.line, end.character)),
      ),
    );
  });
}
