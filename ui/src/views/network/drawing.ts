/** How the network is drawn: where its nodes stand, how its edges run, and what each edge's sign looks like. */
import type { Edge, Network, Node } from "$lib/api/pictures";
import { fitting } from "$lib/picture/names";
import {
  forceCenter,
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from "d3-force";

export type Kind = "events" | "sources";

/** Colour, line and sign of an edge: three cues for one thing. */
export const TONES = [
  { key: "cooperation", name: "cooperation", mark: "+", dash: "none" },
  { key: "conflict", name: "conflict", mark: "−", dash: "6 4" },
  { key: "mixed", name: "both", mark: "±", dash: "1.5 3" },
  { key: "voice", name: "quotes", mark: "", dash: "none" },
] as const;
export type Tone = (typeof TONES)[number]["key"];

export interface Placed {
  node: Node;
  x: number;
  y: number;
  radius: number;
}

export interface Line {
  edge: Edge;
  tone: Tone;
  width: number;
  /** The path from rim to rim, the arrow's head, and where the sign stands. */
  path: string;
  head: string;
  middle: readonly [number, number];
}

export interface Drawing {
  nodes: Placed[];
  lines: Line[];
  /** Left, top, width and height of all that is drawn. */
  box: readonly [number, number, number, number];
}

/** The mean from which an edge is called cooperation or conflict, not both: nine in ten of its claims agree. */
const CLEAR = 0.8;
const TICKS = 320;

export function tone(edge: Edge, kind: Kind): Tone {
  if (kind === "sources") return "voice";
  if (edge.sign >= CLEAR) return "cooperation";
  return edge.sign <= -CLEAR ? "conflict" : "mixed";
}

/** The drawing of a network. The same network gives the same drawing: nothing in it is random. */
export function draw(network: Network, kind: Kind): Drawing {
  const most = network.nodes.reduce((most, node) => Math.max(most, node.claims), 1);
  const nodes = settle(network, (node) => 5 + 17 * Math.sqrt(node.claims / most));
  const found = new Map(nodes.map((placed) => [placed.node.id, placed]));
  const heaviest = network.edges.reduce((heaviest, edge) => Math.max(heaviest, edge.claims), 1);
  const lines = network.edges.flatMap((edge) => {
    const [from, to] = [found.get(edge.from), found.get(edge.to)];
    if (from === undefined || to === undefined) return [];
    const width = 1 + 4 * Math.sqrt(edge.claims / heaviest);
    return [{ edge, tone: tone(edge, kind), width, ...(from === to ? loop(from) : curve(from, to, width)) }];
  });
  return { nodes, lines, box: around(nodes) };
}

/** The nodes whose names have room, the largest first, at a scale of so many pixels for each unit; `always` have it anyway. */
export function named(nodes: readonly Placed[], scale: number, always: ReadonlySet<string>): Set<string> {
  const order = nodes.toSorted(
    (a, b) => Number(always.has(b.node.id)) - Number(always.has(a.node.id)) || b.radius - a.radius,
  );
  const names = order.map(({ node, x, y, radius }) => ({
    id: node.id,
    text: node.label,
    x: x * scale,
    y: (y + radius) * scale,
    always: always.has(node.id),
  }));
  return new Set(fitting(names).map(({ id }) => id));
}

/** Of all but the one it starts from, the node that lies nearest in the arrow's direction; sideways counts double. */
export function towards(nodes: readonly Placed[], from: Placed, key: string): Placed | undefined {
  const dx = Number(key === "ArrowRight") - Number(key === "ArrowLeft");
  const dy = Number(key === "ArrowDown") - Number(key === "ArrowUp");
  const far = ({ x, y }: Placed): number => {
    const [ahead, aside] = [(x - from.x) * dx + (y - from.y) * dy, (x - from.x) * dy + (y - from.y) * dx];
    return ahead > 1 ? ahead + 2 * Math.abs(aside) : Infinity;
  };
  return nodes.filter((node) => far(node) < Infinity).toSorted((a, b) => far(a) - far(b))[0];
}

function settle({ nodes, edges }: Network, radiusOf: (node: Node) => number): Placed[] {
  const bodies: (SimulationNodeDatum & { id: string; radius: number; node: Node })[] = nodes.map((node) => ({
    id: node.id,
    radius: radiusOf(node),
    node,
  }));
  const known = new Set(bodies.map(({ id }) => id));
  const links = edges
    .filter(({ from, to }) => known.has(from) && known.has(to))
    .map(({ from, to }) => ({ source: from, target: to }));
  forceSimulation(bodies)
    .force(
      "links",
      forceLink<(typeof bodies)[number], (typeof links)[number]>(links)
        .id(({ id }) => id)
        .distance(90)
        .strength(0.35),
    )
    .force("apart", forceManyBody().strength(-260).distanceMax(600))
    .force("room", forceCollide<(typeof bodies)[number]>(({ radius }) => radius + 14).iterations(2))
    .force("middle", forceCenter())
    // Wider than high, as screens are; and what is linked to nothing else stays near.
    .force("x", forceX().strength(0.045))
    .force("y", forceY().strength(0.085))
    .stop()
    .tick(TICKS);
  return bodies.map(({ node, radius, x = 0, y = 0 }) => ({ node, radius, x: round(x), y: round(y) }));
}

/** A bow to the left of its way, so that there and back are two lines. */
function curve(from: Placed, to: Placed, width: number): Pick<Line, "path" | "head" | "middle"> {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const bend = 0.14;
  const control = [(from.x + to.x) / 2 - dy * bend, (from.y + to.y) / 2 + dx * bend] as const;
  const size = 5 + width;
  const start = rim(from, control, 0);
  const tip = rim(to, control, 1.5);
  const base = rim(to, control, size);
  const middle = [(start[0] + 2 * control[0] + tip[0]) / 4, (start[1] + 2 * control[1] + tip[1]) / 4] as const;
  return { path: `M${point(start)}Q${point(control)} ${point(base)}`, head: arrow(base, tip, size), middle };
}

function loop(node: Placed): Pick<Line, "path" | "head" | "middle"> {
  const [x, y, r] = [node.x, node.y - node.radius, node.radius];
  const end = [x + r * 0.5, y + r * 0.1] as const;
  return {
    path: `M${point([x - r * 0.5, y + r * 0.1])}C${point([x - r * 1.6, y - r * 1.8])} ${point([x + r * 1.6, y - r * 1.8])} ${point(end)}`,
    head: arrow([end[0] + 3, end[1] - 6], end, 6),
    middle: [x, y - r * 1.3],
  };
}

function arrow(base: readonly [number, number], tip: readonly [number, number], size: number): string {
  const length = Math.hypot(tip[0] - base[0], tip[1] - base[1]) || 1;
  const [px, py] = [((tip[1] - base[1]) / length) * size * 0.5, (-(tip[0] - base[0]) / length) * size * 0.5];
  return `M${point(tip)}L${point([base[0] + px, base[1] + py])}L${point([base[0] - px, base[1] - py])}Z`;
}

/** The point on a node's rim, or `gap` beyond it, that faces another point. */
function rim({ x, y, radius }: Placed, to: readonly [number, number], gap: number): [number, number] {
  const length = Math.hypot(to[0] - x, to[1] - y) || 1;
  return [x + ((to[0] - x) / length) * (radius + gap), y + ((to[1] - y) / length) * (radius + gap)];
}

function around(nodes: readonly Placed[]): readonly [number, number, number, number] {
  if (nodes.length === 0) return [-200, -150, 400, 300];
  const pad = 50;
  const [left, top] = [
    Math.min(...nodes.map(({ x, radius }) => x - radius)) - pad,
    Math.min(...nodes.map(({ y, radius }) => y - radius)) - pad,
  ];
  const [right, bottom] = [
    Math.max(...nodes.map(({ x, radius }) => x + radius)) + pad,
    Math.max(...nodes.map(({ y, radius }) => y + radius)) + pad,
  ];
  return [left, top, right - left, bottom - top];
}

const round = (value: number): number => Math.round(value * 10) / 10;
const point = ([x, y]: readonly [number, number]): string => `${round(x)},${round(y)}`;
