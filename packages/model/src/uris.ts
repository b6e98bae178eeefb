/** The folder of a document or folder, without a slash at the end; empty above the outermost. */
export function folderOf(uri: string): string {
  const slash = uri.lastIndexOf('/');
  // What comes before the path (`file://`, `vscode-vfs://github`) is no folder.
  const start = pathStart(uri);
  return slash < start ? '' : uri.slice(0, slash);
}

function pathStart(uri: string): number {
  const authority = uri.indexOf('://');
  if (authority >= 0) {
    const slash = uri.indexOf('/', authority + 3);
    return slash < 0 ? uri.length : slash;
  }
  const scheme = uri.indexOf(':');
  return scheme + 1;
}

/** The last part of a uri as people read it, without the extension of a document. */
export function titleOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1).replace(/\.mktorg$/, '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
