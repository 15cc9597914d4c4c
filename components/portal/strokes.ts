type Point = { x: number; y: number };

/** The box that a drawn signature is kept in. */
export const box = { width: 600, height: 200 };

/** The longest path that is taken. */
const mostLetters = 20_000;

/**
 * The strokes of a pen as one path in a box of 600 by 200, whatever size they were drawn at: smooth between the points, and
 * thinned until it is short enough to be sent. Empty where nothing was drawn.
 */
export function pathOf(strokes: readonly (readonly Point[])[], drawnWidth: number): string {
  const scale = box.width / Math.max(1, drawnWidth);
  const scaled = strokes
    .filter(({ length }) => length > 0)
    .map((points) => points.map(({ x, y }) => inBox({ x: x * scale, y: y * scale })));
  for (let apart = 2; ; apart *= 2) {
    const path = scaled.map((points) => strokePath(thinned(points, apart))).join(" ");
    if (path.length <= mostLetters) return path;
  }
}

const inBox = ({ x, y }: Point) => ({ x: within(x, box.width), y: within(y, box.height) });
const within = (value: number, most: number) => Math.round(Math.min(most, Math.max(0, value)) * 10) / 10;

/** Without the points that lie closer to the one before than `apart`; the last one stays. */
function thinned(points: Point[], apart: number): Point[] {
  const kept: Point[] = [];
  for (const [at, point] of points.entries()) {
    const before = kept.at(-1);
    const isFar = !before || Math.hypot(point.x - before.x, point.y - before.y) >= apart;
    if (isFar || at === points.length - 1) kept.push(point);
  }
  return kept;
}

/** Through the middle between two points, bent towards the point itself. A tap is a dot. */
function strokePath([first, ...rest]: Point[]): string {
  if (!first) return "";
  const begin = `M ${first.x} ${first.y}`;
  const last = rest.at(-1);
  if (!last) return `${begin} L ${first.x} ${first.y}`;
  const bends = rest.slice(0, -1).map((point, at) => {
    const next = rest[at + 1] ?? point;
    const [x, y] = [within((point.x + next.x) / 2, box.width), within((point.y + next.y) / 2, box.height)];
    return `Q ${point.x} ${point.y} ${x} ${y}`;
  });
  return [begin, ...bends, `L ${last.x} ${last.y}`].join(" ");
}
