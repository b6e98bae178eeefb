import { commands, type Disposable, Uri, window, workspace } from 'vscode';

/** Starts an organization with one file in a folder of the workspace; an existing file is never overwritten. */
export function registerNewOrganization(): Disposable {
  return commands.registerCommand('mktorg.newOrganization', async () => {
    const folder = await chooseFolder();
    if (!folder) return;
    const title = await window.showInputBox({
      title: 'New organization',
      prompt: 'What is it called?',
      value: 'Our Company',
    });
    if (!title) return;
    const file = Uri.joinPath(folder, 'organization.mktorg');
    if (await exists(file)) {
      await window
        .showWarningMessage(`There is an organization already: ${workspace.asRelativePath(file)}.`, 'Open')
        .then((answer) => {
          if (answer) void window.showTextDocument(file);
        });
      return;
    }
    await workspace.fs.writeFile(file, new TextEncoder().encode(starter(title)));
    await window.showTextDocument(file, { preview: false });
    await commands.executeCommand('mktorg.openPreviewToSide', file);
  });
}

async function chooseFolder(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  const [only] = folders;
  if (folders.length === 1 && only) return only.uri;
  if (folders.length > 1) return (await window.showWorkspaceFolderPick())?.uri;
  return (
    await window.showOpenDialog({ canSelectFiles: false, canSelectFolders: true, openLabel: 'Start here' })
  )?.[0];
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

function starter(title: string): string {
  const quoted = JSON.stringify(title);
  return `organization our ${quoted} {
  model centralized
}

team marketing "Marketing" {
  lead cmo

  role cmo "Chief Marketing Officer" { level executive }

  team brand "Brand" is brand-marketing {
    lead brand-director
    responsible for brand-standards, creative-production

    role brand-director "Brand Director" { level director }
    role designer "Designer" is designer { seats 2 }
  }

  team growth "Growth" is growth {
    lead growth-director
    responsible for demand-generation, website

    role growth-director "Growth Director" { level director }
  }
}

designer ..> growth "campaign creative"
`;
}
