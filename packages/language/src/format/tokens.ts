import type { LexerResult } from 'langium';

/** A token or a comment, with what the layout needs to know of its surroundings in the source. */
export interface Piece {
  readonly text: string;
  readonly offset: number;
  readonly type: 'token' | 'line-comment' | 'block-comment';
  /** Line breaks in the source between the piece before it and this one. */
  readonly breaks: number;
}

/** Tokens and comments in the order of the text. */
export function piecesOf(lexed: LexerResult, text: string): Piece[] {
  const all = [...lexed.tokens, ...lexed.hidden.filter((t) => t.tokenType.name !== 'WS')];
  all.sort((a, b) => a.startOffset - b.startOffset);
  let end = 0;
  return all.map((token) => {
    const breaks = countBreaks(text, end, token.startOffset);
    end = token.startOffset + token.image.length;
    const name = token.tokenType.name;
    const type = name === 'SL_COMMENT' ? 'line-comment' : name === 'ML_COMMENT' ? 'block-comment' : 'token';
    return {
      text: type === 'line-comment' ? token.image.trimEnd() : token.image,
      offset: token.startOffset,
      type,
      breaks,
    };
  });
}

function countBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = text.indexOf('\n', from); i >= 0 && i < to; i = text.indexOf('\n', i + 1)) count++;
  return count;
}

/** The tokens alone, to tell whether two texts say the same. */
export function meaning(lexed: LexerResult): string {
  return lexed.tokens.map((t) => `${t.tokenType.name}\u0001${t.image}`).join('\u0000');
}
