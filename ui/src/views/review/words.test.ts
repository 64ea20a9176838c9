import { describe, expect, it } from "vitest";
import { covered, moved, selecting, words } from "./words";

const TEXT = "The 🇸🇾 army’s guns fired. قال إنهم";
const at = (start: number, end: number) => [...TEXT].slice(start, end).join("");

describe("words", () => {
  it("are counted in code points, whatever the script", () => {
    const found = words(TEXT).map(({ start, end }) => at(start, end));
    expect(found).toEqual(["The", "🇸🇾", "army’s", "guns", "fired", ".", "قال", "إنهم"]);
  });

  it("begin where the stretch begins", () => {
    expect(words("two words", 100)).toEqual([
      { start: 100, end: 103 },
      { start: 104, end: 109 },
    ]);
  });

  it("are selected one by one with shift held, and never past the ends", () => {
    const all = words(TEXT);
    let selection = selecting(all, { start: 7, end: 10 });
    expect(covered(all, selection)).toEqual(all[2]);
    selection = moved(selection, 1, all.length, true);
    expect(at(...span(covered(all, selection)))).toBe("army’s guns");
    selection = moved(selection, -99, all.length, true);
    expect(at(...span(covered(all, selection)))).toBe("The 🇸🇾 army’s");
    expect(moved(selection, -1, all.length, false)).toEqual({ anchor: 0, head: 0 });
  });

  it("need no text", () => {
    expect(covered([], { anchor: 0, head: 0 })).toBeNull();
  });
});

function span(found: { start: number; end: number } | null): [number, number] {
  return found ? [found.start, found.end] : [0, 0];
}
