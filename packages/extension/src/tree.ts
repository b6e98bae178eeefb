import { type ChangedParams, type TreeAnswer, type TreeNode, treeRequest } from '@mktorg/server/protocol';
import {
  commands,
  type Disposable,
  EventEmitter,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Listeners } from './activate.ts';

/** The organization in the explorer: teams and roles, and what they own, run and govern. */
export function registerTree(client: BaseLanguageClient, changed: Listeners<ChangedParams>): Disposable {
  const provider = new OrganizationTree(client);
  const view = window.createTreeView('mktorg.organization', {
    treeDataProvider: provider,
    showCollapseAll: true,
  });
  const listening = changed.add(() => provider.refresh());
  const refresh = commands.registerCommand('mktorg.refreshOrganization', () => provider.refresh());
  return {
    dispose: () => {
      view.dispose();
      listening.dispose();
      refresh.dispose();
    },
  };
}

class OrganizationTree implements TreeDataProvider<TreeNode> {
  private readonly emitter = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.emitter.event;
  private readonly client: BaseLanguageClient;
  private pending: ReturnType<typeof setTimeout> | undefined;

  constructor(client: BaseLanguageClient) {
    this.client = client;
  }

  /** Waits out a burst of changes: a tree that redraws while somebody types cannot be read. */
  refresh(): void {
    clearTimeout(this.pending);
    this.pending = setTimeout(() => this.emitter.fire(undefined), 250);
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (node) return [...node.children];
    if (!this.client.isRunning()) return [];
    const { nodes } = await this.client.sendRequest<TreeAnswer>(treeRequest, {});
    return [...nodes];
  }

  getTreeItem(node: TreeNode): TreeItem {
    const state =
      node.children.length === 0
        ? TreeItemCollapsibleState.None
        : node.expanded
          ? TreeItemCollapsibleState.Expanded
          : TreeItemCollapsibleState.Collapsed;
    const item = new TreeItem(node.label, state);
    item.id = node.key;
    if (node.detail) item.description = node.detail;
    item.tooltip = node.detail ? `${node.label} – ${node.detail}` : node.label;
    item.iconPath = new ThemeIcon(icons[node.icon] ?? 'circle-outline');
    item.contextValue = node.element ? 'element' : 'group';
    if (node.place) {
      const { uri, range } = node.place;
      const start = { line: range.start.line, character: range.start.character };
      item.command = {
        command: 'vscode.open',
        title: 'Open',
        arguments: [Uri.parse(uri), { selection: { start, end: start }, preserveFocus: true }],
      };
    }
    return item;
  }
}

const icons: { readonly [icon: string]: string } = {
  organization: 'organization',
  team: 'type-hierarchy-sub',
  role: 'person',
  vacancy: 'person-add',
  platform: 'database',
  process: 'list-ordered',
  program: 'rocket',
  partner: 'briefcase',
  committee: 'law',
  initiative: 'flame',
  plan: 'milestone',
  person: 'account',
  dataset: 'table',
  region: 'globe',
  external: 'link-external',
  group: 'folder',
};
