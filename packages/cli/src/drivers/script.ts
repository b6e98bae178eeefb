import { exit } from '../exit.ts';

/** Where the program is, on this machine. */
export interface Program {
  readonly node: string;
  readonly program: string;
}

/** Name of the script in the folder of the repository that all of its working trees share. */
export const scriptName = 'mktorg.sh';

/**
 * What git runs: a script that calls the program, and where that is gone or fails does as git does without it, and says
 * how to mend that. Git takes a driver that is not found for one that leaves a conflict, and a filter that fails for the
 * end of `git diff`.
 *
 * `git blame`, `git annotate` and `git log -L` ask filters too, and would tell about lines that no file has. Nothing but
 * the process says that it is they who ask: Linux tells its words one by one, other systems only as one line.
 */
export function driverScript({ node, program }: Program): string {
  return `#!/bin/sh
# Written by mktorg git install; mktorg git uninstall removes it.
set -f
node=${quoted(node)}
program=${quoted(program)}

call() {
  if test -x "$node" && test -f "$program"; then "$node" "$program" "$@"
  elif command -v mktorg >/dev/null 2>&1; then mktorg "$@"
  else
    say "mktorg is no longer at $program."
    return 127
  fi
}

# One line for people, without the control characters that a path may have: bytes, and those that UTF-8 writes as two.
say() {
  {
    printf '%s' "$1" | LC_ALL=C tr -d '\\000-\\037\\177'
    echo
  } | LC_ALL=C sed "$(printf 's/\\302[\\200-\\237]//g')" >&2
}

fall_back() {
  say "mktorg: $1 as lines of text. To mend that: mktorg git install, or mktorg git uninstall"
}

# Whether a process of git asks for the lines of a file: by its first word that is no option of git itself.
wants_lines() {
  if test -r "/proc/$1/cmdline"; then
    IFS='
'
    set -- $(tr '\\000' '\\n' <"/proc/$1/cmdline")
    unset IFS
  else set -- $(ps -o args= -p "$1" 2>/dev/null)
  fi
  test $# -gt 0 && shift
  while test $# -gt 0; do
    case $1 in
    -C | -c | --attr-source | --config-env | --git-dir | --namespace | --work-tree) test $# -gt 1 && shift ;;
    blame | annotate) return 0 ;;
    log | show | whatchanged) break ;;
    -*) ;;
    *) return 1 ;;
    esac
    shift
  done
  for word; do
    case $word in
    --) return 1 ;;
    -L*) return 0 ;;
    esac
  done
  return 1
}

case $1 in
textconv)
  # The number of the process of git, and a file.
  wants_lines "$2" && exec cat -- "$3"
  call git textconv -- "$3" && exit 0
  fall_back 'a file is shown'
  exec cat -- "$3"
  ;;
merge)
  # Files of our side, of what both started from, of their side; length of markers; path; what the three are called.
  call git merge "--ours=$2" "--base=$3" "--theirs=$4" "--marker-size=$5" "--path=$6" \\
    "--label-ours=$7" "--label-base=$8" "--label-theirs=$9"
  status=$?
  test "$status" = 0 && exit 0
  # Only this says that what is left to a person has been written: a program that ends in a bad way has other numbers.
  test "$status" = ${exit.conflicts} && exit 1
  fall_back "$6 is merged"
  # Git before 2.44 hands over the placeholders themselves.
  if test "$7" = %X; then set -- "$1" "$2" "$3" "$4" "$5" "$6" ours base theirs; fi
  git merge-file -q --marker-size="$5" -L "$7" -L "$8" -L "$9" "$2" "$3" "$4" && exit 0
  exit 1
  ;;
esac
`;
}

/** How git calls the script, by key of its configuration: wherever the repository is, and from any of its trees. */
export const driverSettings: readonly (readonly [key: string, value: string])[] = [
  ['diff.mktorg.textconv', `${scriptCall('textconv')} $PPID`],
  ['merge.mktorg.name', 'organizations by what they say'],
  ['merge.mktorg.driver', `${scriptCall('merge')} %A %O %B %L %P %X %S %Y`],
];

function scriptCall(what: string): string {
  return `sh "$(git rev-parse --git-common-dir)/${scriptName}" ${what}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '/').replaceAll("'", "'\\''")}'`;
}
