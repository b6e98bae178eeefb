import { button, make } from '../dom.ts';

export interface ZoomActions {
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
}

/** In a corner of the chart, as on a map. */
export class ZoomButtons {
  readonly element: HTMLElement;

  constructor({ zoom, fit }: ZoomActions) {
    this.element = make(
      'div',
      { class: 'segments zoom', attributes: { role: 'group', 'aria-label': 'Zoom' } },
      button('−', 'Zoom out', () => zoom(1 / 1.3), { 'aria-label': 'Zoom out' }),
      button('Fit', 'Zoom to fit (0)', fit),
      button('+', 'Zoom in', () => zoom(1.3), { 'aria-label': 'Zoom in' }),
    );
  }
}
