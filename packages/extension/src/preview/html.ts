import { Uri, type Webview } from 'vscode';

/** The page of the preview: it loads its own script and style, and nothing else, from anywhere. */
export function previewHtml(webview: Webview, extension: Uri): string {
  const at = (file: string): string => webview.asWebviewUri(Uri.joinPath(extension, 'dist', file)).toString();
  const nonce = randomText();
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}`;
  return `<!DOCTYPE html>
<html lang="en" data-host="editor">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Organization</title>
<link rel="stylesheet" href="${at('preview.css')}">
</head>
<body>
<main id="app"></main>
<script nonce="${nonce}" src="${at('preview.js')}"></script>
</body>
</html>`;
}

function randomText(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
