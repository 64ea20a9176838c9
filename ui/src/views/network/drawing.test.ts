import type { Edge, Network, Node } from "$lib/api/pictures";
import { describe, expect, it } from "vitest";
import { draw, named, tone, towards } from "./drawing";

const node = (id: string, claims = 1): Node => ({
  id,
  label: id,
  type: "state",
  country: null,
  claims,
  field: "actor_id",
  value: id,
});
const edge = (from: string, to: string, sign = 0, claims = 1): Edge => ({
  from,
  to,
  claims,
  sign,
  types: { ASSAULT: claims },
});
const star: Network = {
  nodes: ["hub", "a", "b", "c", "d"].map((id, i) => node(id, 9 - i)),
  edges: [edge("hub", "a", -1, 9), edge("a", "hub", 1), edge("hub", "b"), edge("hub", "c"), edge("hub", "d")],
  left_out: 0,
};

describe("an edge's tone", () => {
  it.each([
    [1, "cooperation"],
    [0.8, "cooperation"],
    [0.2, "mixed"],
    [-0.79, "mixed"],
    [-1, "conflict"],
  ])("of the sign %d is %s", (sign, expected) => expect(tone(edge("a", "b", sign), "events")).toBe(expected));

  it("is that of a voice among sources, whatever the sign", () =>
    expect(tone(edge("a", "b", 1), "sources")).toBe("voice"));
});

describe("a drawing", () => {
  const drawn = draw(star, "events");

  it("is the same for the same network", () => expect(draw(star, "events")).toEqual(drawn));

  it("lets no two nodes touch, and keeps all in its box", () => {
    const [left, top, width, height] = drawn.box;
    for (const one of drawn.nodes) {
      expect(one.x > left && one.x < left + width && one.y > top && one.y < top + height).toBe(true);
      for (const other of drawn.nodes) {
        if (one !== other)
          expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(one.radius + other.radius);
      }
    }
  });

  it("makes area, not width, grow with claims", () => {
    const [most, least] = [drawn.nodes[0], drawn.nodes[4]];
    expect(((least?.radius ?? 0) - 5) / ((most?.radius ?? 1) - 5)).toBeCloseTo(Math.sqrt(5 / 9));
  });

  it("bows there and back apart", () => {
    const [there, back] = drawn.lines;
    expect(
      Math.hypot((there?.middle[0] ?? 0) - (back?.middle[0] ?? 0), (there?.middle[1] ?? 0) - (back?.middle[1] ?? 0)),
    ).toBeGreaterThan(5);
  });

  it("leaves out an edge whose node isn't there, and draws one to itself", () => {
    const lines = draw({ nodes: [node("a")], edges: [edge("a", "a"), edge("a", "gone")], left_out: 1 }, "events").lines;
    expect(lines.map((line) => line.edge.to)).toEqual(["a"]);
  });
});

describe("names", () => {
  const at = (id: string, x: number, radius: number) => ({ node: node(id), x, y: 0, radius });

  it("that would overlap give way to the larger node's, unless they must be shown", () => {
    const close = [at("small", 0, 5), at("large", 10, 6)];
    expect([...named(close, 1, new Set())]).toEqual(["large"]);
    expect(named(close, 1, new Set(["small"])).has("small")).toBe(true);
    expect(named(close, 20, new Set()).size).toBe(2);
  });
});

it("goes from node to node by arrow", () => {
  const at = (id: string, x: number, y: number) => ({ node: node(id), x, y, radius: 5 });
  const nodes = [at("o", 0, 0), at("east", 50, 4), at("far east", 200, 0), at("south", 3, 60)];
  const from = nodes[0]!;
  expect(towards(nodes, from, "ArrowRight")?.node.id).toBe("east");
  expect(towards(nodes, from, "ArrowDown")?.node.id).toBe("south");
  expect(towards(nodes, from, "ArrowLeft")).toBeUndefined();
});
