import { type Scene, type ThemeName, toSvg } from '@mktorg/chart';

export interface Drawing {
  readonly styles: string;
  readonly content: readonly Node[];
}

/**
 * The same picture that an export is, as nodes of this page. Styles go through a style sheet, since a strict policy lets
 * no markup bring its own. Texts of a model are escaped, so the only `<style>` is the chart's.
 */
export function drawScene(scene: Scene, theme: ThemeName): Drawing {
  const styles: string[] = [];
  const markup = toSvg(scene, { theme }).replace(/<style>([\s\S]*?)<\/style>/g, (_, style: string) => {
    styles.push(style);
    return '';
  });
  const drawn = new DOMParser().parseFromString(markup, 'image/svg+xml').documentElement;
  // The name of the whole picture stands on the element around it; as a child it would be a tooltip everywhere.
  const content = [...drawn.childNodes]
    .filter((node) => !isName(node))
    .map((node) => document.adoptNode(node));
  return { styles: styles.join('\n'), content };
}

function isName(node: Node): boolean {
  return node.nodeName === 'title' || node.nodeName === 'desc';
}
