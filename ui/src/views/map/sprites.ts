/** What MapLibre draws from images: dots that show how claims present their events, and the textures of areas. */
import { MANNERS, type Manner } from "$lib/picture/manners";

/** Colours as `rgb(…)` and families of fonts: a canvas knows no tokens. */
export interface Palette extends Record<Manner, string> {
  water: string;
  land: string;
  line: string;
  ink: string;
  quiet: string;
  ground: string;
  accent: string;
  fonts: string[];
}

interface Sprite {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

/** Device pixels for each pixel of a sprite. */
export const RATIO = 2;
/** Shares are drawn in steps, so that a few hundred images serve any number of places. */
export const STEPS = 12;

/** The image that a name stands for: "dot/6/3/3/0/12" (steps of each manner, radius) or "fill/denied". */
export function sprite(name: string, palette: Palette): Sprite | null {
  const [kind, ...rest] = name.split("/");
  if (kind === "dot") return dot(rest.map(Number), palette);
  if (kind === "fill") return fill(rest[0] as Manner, palette);
  return null;
}

/** Degrees of the circle, from its top, that each manner takes: [from, to] in radians. */
export function arcs(steps: readonly number[]): [number, number][] {
  const whole = Math.max(
    1,
    steps.reduce((sum, step) => sum + step, 0),
  );
  let from = -Math.PI / 2;
  return steps.map((step) => {
    const arc: [number, number] = [from, from + (step / whole) * 2 * Math.PI];
    from = arc[1];
    return arc;
  });
}

function dot(numbers: readonly number[], palette: Palette): Sprite {
  const radius = numbers[MANNERS.length] ?? 8;
  const side = radius * 2 + 4;
  return paint(side, (context) => {
    const middle = side / 2;
    const hole = radius * (radius > 11 ? 0.68 : 0.4);
    disc(context, middle, radius + 1.5, palette.ground);
    arcs(numbers.slice(0, MANNERS.length)).forEach(([from, to], i) => {
      const manner = MANNERS[i];
      if (manner === undefined || to - from < 0.01) return;
      context.beginPath();
      context.arc(middle, middle, radius, from, to);
      context.arc(middle, middle, hole, to, from, true);
      context.closePath();
      context.fillStyle = texture(context, manner.key, palette);
      context.fill();
      context.lineWidth = 1;
      context.strokeStyle = palette[manner.key];
      context.stroke();
    });
    disc(context, middle, hole - 0.5, palette.ground);
  });
}

function fill(manner: Manner, palette: Palette): Sprite {
  return paint(8, (context) => {
    context.globalAlpha = 0.55;
    context.fillStyle = texture(context, manner, palette);
    context.fillRect(0, 0, 8, 8);
  });
}

function disc(context: CanvasRenderingContext2D, middle: number, radius: number, colour: string): void {
  context.beginPath();
  context.arc(middle, middle, radius, 0, 2 * Math.PI);
  context.fillStyle = colour;
  context.fill();
}

/** The manner's texture as a canvas pattern, the same as in `Textures.svelte`. */
function texture(context: CanvasRenderingContext2D, manner: Manner, palette: Palette): CanvasPattern | string {
  const kind = MANNERS.find(({ key }) => key === manner)?.texture;
  if (kind === "solid") return palette[manner];
  const tile = document.createElement("canvas");
  tile.width = tile.height = 4;
  const pen = tile.getContext("2d");
  if (pen === null) return palette[manner];
  pen.fillStyle = palette.ground;
  pen.fillRect(0, 0, 4, 4);
  pen.globalAlpha = kind === "faint" ? 0.45 : 0.25;
  pen.fillStyle = pen.strokeStyle = palette[manner];
  pen.fillRect(0, 0, 4, 4);
  pen.globalAlpha = 1;
  if (kind === "hatched") {
    pen.lineWidth = 1.2;
    pen.beginPath();
    for (const at of [-4, 0, 4]) {
      pen.moveTo(at - 1, 5);
      pen.lineTo(at + 5, -1);
    }
    pen.stroke();
  } else if (kind === "dotted") pen.fillRect(0, 0, 2, 2);
  return context.createPattern(tile, "repeat") ?? palette[manner];
}

function paint(side: number, draw: (context: CanvasRenderingContext2D) => void): Sprite {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = side * RATIO;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) throw new Error("This browser draws no canvas.");
  context.scale(RATIO, RATIO);
  draw(context);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
