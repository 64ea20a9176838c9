import { describe, expect, it } from "vitest";
import { arcs } from "./sprites";

describe("the arcs of a dot", () => {
  it("start at the top and close the circle", () => {
    const found = arcs([6, 3, 3, 0]);
    expect(found[0]?.[0]).toBeCloseTo(-Math.PI / 2);
    expect(found.at(-1)?.[1]).toBeCloseTo((3 * Math.PI) / 2);
    expect((found[0]?.[1] ?? 0) - (found[0]?.[0] ?? 0)).toBeCloseTo(Math.PI);
  });

  it("are none where nothing is counted", () => {
    for (const [from, to] of arcs([0, 0, 0, 0])) expect(to).toBe(from);
  });
});
