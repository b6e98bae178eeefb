/** A path through corners, rounded where there is room. */
export function roundedPath(points: readonly number[], radius: number): string {
  const count = points.length / 2;
  const x = (i: number): number => points[2 * i] ?? 0;
  const y = (i: number): number => points[2 * i + 1] ?? 0;
  if (count < 2) return '';
  let path = `M${x(0)} ${y(0)}`;
  for (let i = 1; i < count - 1; i += 1) {
    const inX = x(i) - x(i - 1);
    const inY = y(i) - y(i - 1);
    const outX = x(i + 1) - x(i);
    const outY = y(i + 1) - y(i);
    const inLength = Math.abs(inX) + Math.abs(inY);
    const outLength = Math.abs(outX) + Math.abs(outY);
    const r = Math.min(radius, inLength / 2, outLength / 2);
    if (r < 0.5) {
      path += `L${x(i)} ${y(i)}`;
      continue;
    }
    const fromX = x(i) - Math.sign(inX) * r;
    const fromY = y(i) - Math.sign(inY) * r;
    const toX = x(i) + Math.sign(outX) * r;
    const toY = y(i) + Math.sign(outY) * r;
    path += `L${fromX} ${fromY}Q${x(i)} ${y(i)} ${toX} ${toY}`;
  }
  return `${path}L${x(count - 1)} ${y(count - 1)}`;
}

export function curvePath(points: readonly number[]): string {
  const [x1 = 0, y1 = 0, ax = 0, ay = 0, bx = 0, by = 0, x2 = 0, y2 = 0] = points;
  return `M${x1} ${y1}C${ax} ${ay} ${bx} ${by} ${x2} ${y2}`;
}
