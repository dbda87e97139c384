/** The straight line through points that is nearest to them (least squares), and how near it is. */
export interface Line {
  /** How much `y` grows where `x` grows by one. */
  readonly slope: number;
  readonly start: number;
  /** The share of the spread of `y` that the line explains: 1 where every point lies on it. */
  readonly rSquared: number;
  /** The greatest distance of a point from the line, as a share of its `y`. */
  readonly deviation: number;
}

/** @param points Two or more, with different `x`. */
export function lineThrough(points: readonly (readonly [x: number, y: number])[]): Line {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const middle = { x: mean(points.map(([x]) => x)), y: mean(points.map(([, y]) => y)) };
  const sum = (of: (dx: number, dy: number) => number) =>
    points.reduce((all, [x, y]) => all + of(x - middle.x, y - middle.y), 0);
  const slope = sum((dx, dy) => dx * dy) / sum((dx) => dx * dx);
  const start = middle.y - slope * middle.x;
  const distances = points.map(([x, y]) => ({ y, off: y - (start + slope * x) }));
  const spread = sum((_, dy) => dy * dy);
  return {
    slope,
    start,
    rSquared: spread === 0 ? 1 : 1 - distances.reduce((all, { off }) => all + off * off, 0) / spread,
    deviation: Math.max(...distances.map(({ y, off }) => Math.abs(off) / Math.abs(y))),
  };
}
