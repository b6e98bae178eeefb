export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function overlap(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** The rectangle grown by a margin on every side. */
export function grown(rect: Rect, margin: number): Rect {
  return {
    x: rect.x - margin,
    y: rect.y - margin,
    width: rect.width + 2 * margin,
    height: rect.height + 2 * margin,
  };
}

/** The thin rectangles that a line covers, from corner to corner. */
export function* segmentsOf(points: readonly number[]): Generator<Rect> {
  for (let i = 3; i < points.length; i += 2) {
    const x1 = points[i - 3] ?? 0;
    const y1 = points[i - 2] ?? 0;
    const x2 = points[i - 1] ?? 0;
    const y2 = points[i] ?? 0;
    yield { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
  }
}
