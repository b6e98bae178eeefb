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
  return readable(uri.slice(uri.lastIndexOf('/') + 1).replace(/\.mktorg$/, ''));
}

/** A document as its path from the folder of its organization, readable; its name, where it is one by itself. */
export function relativeTo(root: string, uri: string): string {
  const path = uri.startsWith(`${root}/`) ? uri.slice(root.length + 1) : uri.slice(uri.lastIndexOf('/') + 1);
  return readable(path);
}

function readable(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
