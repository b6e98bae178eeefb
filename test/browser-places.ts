/** Where installed browsers of the Chromium family live, per operating system. */
import path from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

const LINUX_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const LINUX_FOLDERS = [
  '/usr/bin',
  '/usr/local/bin',
  '/snap/bin',
  '/opt/google/chrome',
  '/opt/microsoft/msedge',
];
const MAC_APPLICATIONS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS_PROGRAMS = [
  String.raw`Google\Chrome\Application\chrome.exe`,
  String.raw`Chromium\Application\chrome.exe`,
  String.raw`Microsoft\Edge\Application\msedge.exe`,
];

/** Absolute paths to try, best first. Nothing says that a file is there. */
export function browserPlaces(platform: NodeJS.Platform, environment: Environment): readonly string[] {
  if (platform === 'win32') return onWindows(environment);
  if (platform === 'darwin') return onMac(environment);
  return onLinux(environment);
}

function onLinux({ PATH = '' }: Environment): string[] {
  const folders = new Set([...PATH.split(':').filter((folder) => folder.startsWith('/')), ...LINUX_FOLDERS]);
  const places = LINUX_NAMES.flatMap((name) => [...folders].map((folder) => path.posix.join(folder, name)));
  return [...places, '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge'];
}

function onMac({ HOME }: Environment): string[] {
  const folders = ['/Applications', ...(HOME ? [path.posix.join(HOME, 'Applications')] : [])];
  return MAC_APPLICATIONS.flatMap((name) =>
    folders.map((folder) => path.posix.join(folder, `${name}.app`, 'Contents/MacOS', name)),
  );
}

function onWindows(environment: Environment): string[] {
  const { PROGRAMFILES, 'PROGRAMFILES(X86)': programFiles86, LOCALAPPDATA } = environment;
  const folders = [PROGRAMFILES, programFiles86, LOCALAPPDATA].filter((folder) => folder !== undefined);
  return WINDOWS_PROGRAMS.flatMap((program) => folders.map((folder) => path.win32.join(folder, program)));
}
