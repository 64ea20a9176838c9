import { describe, expect, it } from "vitest";
import { CodePoints } from "./offsets";

describe("code points and UTF-16 units", () => {
  it.each([
    ["plain", "He said so."],
    ["an emoji", "a🙂b"],
    ["several, side by side", "🙂🙃x🏴‍☠️ and 👩‍👩‍👧"],
    ["Arabic with an emoji inside", "قال المتحدث 🙂 إن الهدنة صامدة"],
    ["a combined accent", "Halic\u0327 🙂"],
    ["nothing", ""],
  ])("agree with what the string's own iterator counts: %s", (_, text) => {
    const points = new CodePoints(text);
    const all = [...text];
    expect(points.length).toBe(all.length);
    for (let point = 0; point <= all.length; point++) {
      const units = all.slice(0, point).join("").length;
      expect(points.toUnits(point)).toBe(units);
      expect(points.toPoints(units)).toBe(point);
    }
  });

  it("take the middle of a wide character for its start", () => {
    expect(new CodePoints("a🙂b").toPoints(2)).toBe(1);
  });

  it("cut words as Python does", () => {
    expect(new CodePoints("🙂 الهدنة صامدة 🙂!").slice(2, 8)).toBe("الهدنة");
  });
});
