type Child = Node | string | undefined | false;

interface Properties {
  readonly class?: string;
  readonly title?: string;
  readonly on?: { readonly [event: string]: (event: Event) => void };
  /** Attributes; `true` sets an empty one, `false` and undefined leave it out. */
  readonly attributes?: { readonly [name: string]: string | boolean | undefined };
}

/** An element with its content. Text is only ever text: nothing of a model becomes markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (properties.class) element.className = properties.class;
  if (properties.title) element.title = properties.title;
  for (const [name, value] of Object.entries(properties.attributes ?? {})) {
    if (value === true) element.setAttribute(name, '');
    else if (typeof value === 'string') element.setAttribute(name, value);
  }
  for (const [event, listener] of Object.entries(properties.on ?? {}))
    element.addEventListener(event, listener);
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
}

export function button(
  label: string,
  title: string,
  act: () => void,
  attributes: Properties['attributes'] = {},
): HTMLButtonElement {
  return make('button', { title, on: { click: act }, attributes: { type: 'button', ...attributes } }, label);
}

/** Replaces what an element holds. */
export function fill(element: Element, ...children: readonly Child[]): void {
  element.replaceChildren(...children.filter((child) => child !== undefined && child !== false));
}

/**
 * What has the focus. In a frame that has not got it something is focused all the same, and to focus it again would take
 * the focus away from whoever is typing elsewhere.
 */
export function focused(): Element | undefined {
  return document.hasFocus() ? (document.activeElement ?? undefined) : undefined;
}
