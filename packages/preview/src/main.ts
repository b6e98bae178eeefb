import { App } from './app.ts';
import { editorHost } from './hosts/editor.ts';
import { fileHost } from './hosts/file.ts';
import { pageHost } from './hosts/page.ts';
import './preview.css';

const hosts: { readonly [name: string]: typeof fileHost } = {
  editor: editorHost,
  page: pageHost,
  file: fileHost,
};
const root = document.getElementById('app');
const host = hosts[document.documentElement.dataset['host'] ?? 'file'] ?? fileHost;
if (root) new App(root, host());
