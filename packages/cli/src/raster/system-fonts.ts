import { type Dirent, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { compareStrings } from '../files/discover.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** Where the systems keep fonts. */
function foldersOf(env: Terminal['env']): readonly string[] {
  const home = homedir();
  switch (process.platform) {
    case 'win32':
      return [
        path.join(env['SystemRoot'] ?? 'C:\\Windows', 'Fonts'),
        path.join(env['LOCALAPPDATA'] ?? path.join(home, 'AppData/Local'), 'Microsoft/Windows/Fonts'),
      ];
    case 'darwin':
      return ['/System/Library/Fonts', '/Library/Fonts', path.join(home, 'Library/Fonts')];
    default:
      return [
        path.join(env['XDG_DATA_HOME'] ?? path.join(home, '.local/share'), 'fonts'),
        path.join(home, '.fonts'),
        '/usr/local/share/fonts',
        '/usr/share/fonts',
        '/run/current-system/sw/share/X11/fonts',
      ];
  }
}

/** Names of fonts that are made to be read at small sizes in many scripts come first, display faces last. */
const preferences: readonly RegExp[] = [
  /^(NotoSans(Arabic|Hebrew|Thai|Devanagari|Bengali|Tamil|Georgian|Armenian|Ethiopic)?|NotoSansCJK|NotoSansSymbols2?)-(Regular|VF)\./i,
  /^(SourceHanSans|PingFang|Hiragino|msyh|msjh|YuGoth|malgun|wqy|DroidSansFallback|AppleSDGothic)/i,
  /^(Arial|segoeui|tahoma|LiberationSans|Geeza|DejaVuSans)\b/i,
  /^NotoSans.*-Regular\./i,
  /Regular\./i,
];
const readable = /\.(ttf|otf|ttc|otc)$/i;
/** Drawn for a purpose of their own, or as pictures in color that cannot be drawn here. */
const unsuited = /emoji|mono|italic|oblique|bold|black|thin|light|condensed|serif/i;

/** The font files of this machine, in the order in which they are to be tried. */
export function systemFontFiles(env: Terminal['env']): readonly string[] {
  const files = foldersOf(env).flatMap((folder) => filesBelow(folder, 6));
  const ranked = files
    .filter((file) => readable.test(file))
    .map((file) => ({ file, rank: rankOf(path.basename(file)) }));
  return ranked.sort((a, b) => a.rank - b.rank || compareStrings(a.file, b.file)).map(({ file }) => file);
}

function rankOf(name: string): number {
  if (unsuited.test(name)) return preferences.length + 1;
  const index = preferences.findIndex((pattern) => pattern.test(name));
  return index < 0 ? preferences.length : index;
}

function filesBelow(folder: string, levels: number): readonly string[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return levels > 0 ? filesBelow(file, levels - 1) : [];
    return [file];
  });
}
