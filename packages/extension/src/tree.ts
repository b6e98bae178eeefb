import { type ChangedParams, type TreeAnswer, type TreeNode, treeRequest } from '@mktorg/server/protocol';
import {
  commands,
  Disposable,
  EventEmitter,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Listeners } from './listeners.ts';

/** The organization in the explorer: teams and roles, and what they own, run and govern. */
export function registerTree(client: BaseLanguageClient, changed: Listeners<ChangedParams>): Disposable {
  const provider = new OrganizationTree(client);
  return Disposable.from(
    window.createTreeView('mktorg.organization', { treeDataProvider: provider, showCollapseAll: true }),
    changed.add(({ plansDiffer }) => {
      if (!plansDiffer) provider.refresh();
    }),
    commands.registerCommand('mktorg.refreshOrganization', () => provider.refresh()),
    provider,
  );
}

class OrganizationTree implements TreeDataProvider<TreeNode> {
  private readonly emitter = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.emitter.event;
  private readonly client: BaseLanguageClient;
  private pending: ReturnType<typeof setTimeout> | undefined;
  private several = false;

  constructor(client: BaseLanguageClient) {
    this.client = client;
  }

  /** Waits out a burst of changes: a tree that redraws while somebody types cannot be read. */
  refresh(): void {
    clearTimeout(this.pending);
    this.pending = setTimeout(() => this.emitter.fire(undefined), 250);
  }

  dispose(): void {
    clearTimeout(this.pending);
    this.emitter.dispose();
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (node && !node.more) return [...node.children];
    if (!this.client.isRunning()) return [];
    const { nodes } = await this.client.sendRequest<TreeAnswer>(treeRequest, node ? { under: node.key } : {});
    if (!node) this.several = nodes.length > 1;
    return [...nodes];
  }

  getTreeItem(node: TreeNode): TreeItem {
    const item = new TreeItem(node.label, this.several && isOther(node) ? collapsed : stateOf(node));
    item.id = node.key;
    if (node.detail) item.description = node.detail;
    const found = foundOf(node);
    item.tooltip = [node.label, node.detail, found].filter(Boolean).join('\n');
    item.iconPath = iconOf(node);
    item.contextValue = node.element ? 'element' : 'group';
    if (node.place) {
      const { uri, range } = node.place;
      const { line, character } = range.start;
      const at = { line, character };
      item.command = {
        command: 'vscode.open',
        title: 'Open',
        arguments: [Uri.parse(uri), { selection: { start: at, end: at }, preserveFocus: true }],
      };
    }
    return item;
  }
}

const collapsed = TreeItemCollapsibleState.Collapsed;

/** Whether it is an organization that the active file does not belong to. */
function isOther({ icon, key }: TreeNode): boolean {
  const active = window.activeTextEditor?.document.uri.toString();
  return icon === 'organization' && !active?.startsWith(`${key.slice(0, -1)}/`);
}

function stateOf({ children, more, expanded }: TreeNode): TreeItemCollapsibleState {
  if (children.length === 0 && !more) return TreeItemCollapsibleState.None;
  return expanded ? TreeItemCollapsibleState.Expanded : collapsed;
}

/** The icon tells the kind, and its color what was found. */
function iconOf({ icon, findings }: TreeNode): ThemeIcon {
  const id = icons[icon] ?? 'circle-outline';
  if (findings.errors > 0) return new ThemeIcon(id, new ThemeColor('list.errorForeground'));
  if (findings.warnings > 0) return new ThemeIcon(id, new ThemeColor('list.warningForeground'));
  return new ThemeIcon(id);
}

function foundOf({ findings: { errors, warnings, infos } }: TreeNode): string {
  const counted = (count: number, word: string): string =>
    count === 0 ? '' : `${count} ${word}${count === 1 ? '' : 's'}`;
  return [counted(errors, 'error'), counted(warnings, 'warning'), counted(infos, 'note')]
    .filter(Boolean)
    .join(', ');
}

const icons: { readonly [icon: string]: string } = {
  organization: 'organization',
  team: 'type-hierarchy-sub',
  role: 'person',
  vacancy: 'person-add',
  platform: 'database',
  process: 'list-ordered',
  step: 'debug-step-over',
  program: 'rocket',
  partner: 'briefcase',
  committee: 'law',
  initiative: 'flame',
  plan: 'milestone',
  phase: 'circle-small',
  person: 'account',
  dataset: 'table',
  region: 'globe',
  'business-line': 'symbol-namespace',
  external: 'link-external',
  ai: 'sparkle',
  group: 'folder',
};
