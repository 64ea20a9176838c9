import { describe, expect, it } from "vitest";
import type { Mark, MarkKind } from "./marks";
import { CodePoints } from "./offsets";
import { blocksOf, lanes, piecesOf } from "./pieces";

const mark = (start: number, end: number, kind: MarkKind = "content"): Mark => ({ start, end, kind, number: 1, label: "1" });

/** Every way of laying up to three marks over ten characters, from a fixed seed. */
function* layouts(): Generator<Mark[]> {
  let seed = 7;
  const next = (below: number): number => (seed = (seed * 16807) % 2147483647) % below;
  for (let i = 0; i < 300; i++) {
    yield Array.from({ length: next(6) }, () => {
      const start = next(9);
      return mark(start, start + 1 + next(10 - start));
    });
  }
}

describe("pieces", () => {
  it("cover the text once, in order, however the marks nest or cross", () => {
    for (const marks of layouts()) {
      const pieces = piecesOf(2, 10, lanes(2, 10, marks));
      expect(pieces[0]?.start).toBe(2);
      expect(pieces.at(-1)?.end).toBe(10);
      for (const [i, piece] of pieces.entries()) {
        expect(piece.end).toBeGreaterThan(piece.start);
        if (i > 0) expect(piece.start).toBe(pieces[i - 1]?.end);
      }
    }
  });

  it("begin each mark once, and give marks that overlap lines of their own", () => {
    for (const marks of layouts()) {
      const laned = lanes(0, 10, marks);
      const pieces = piecesOf(0, 10, laned);
      expect(pieces.flatMap((piece) => piece.begins)).toHaveLength(marks.length);
      for (const piece of pieces) expect(new Set(piece.marks.map((over) => over.lane)).size).toBe(piece.marks.length);
    }
  });

  it("stack a nested mark nearer to the text than what it lies in", () => {
    const laned = lanes(0, 30, [mark(0, 30), mark(5, 12, "source"), mark(6, 9, "event")]);
    expect(Object.fromEntries(laned.map((found) => [found.kind, found.lane]))).toEqual({ event: 0, source: 1, content: 2 });
  });

  it("cut marks at the ends of the stretch", () => {
    expect(lanes(5, 9, [mark(0, 30), mark(0, 5)]).map(({ start, end }) => [start, end])).toEqual([[5, 9]]);
  });
});

describe("blocks", () => {
  const raw = "# Head 🙂\n\nFirst.\n\n[ad] Second.\n";
  const text = new CodePoints(raw);
  const article = {
    paragraphs: [
      { start: 2, end: 8, kind: "title" as const },
      { start: 10, end: 16, kind: "text" as const },
      { start: 23, end: 30, kind: "text" as const },
    ],
  };

  it("hold the whole text, read or not", () => {
    const blocks = blocksOf(article, text);
    expect(blocks.map((block) => text.slice(block.start, block.end)).join("")).toBe(raw);
    expect(blocks.map((block) => block.kind)).toEqual(["title", "space", "text", "space", "text", "space"]);
  });

  it("show what was not read as such, and leave a paragraph's line whole", () => {
    const blocks = blocksOf({ paragraphs: article.paragraphs.slice(0, 1) }, text);
    expect(blocks.map((block) => [text.slice(block.start, block.end), block.kind])).toEqual([
      ["# Head 🙂", "title"],
      ["\n\nFirst.\n\n[ad] Second.\n", "rest"],
    ]);
  });

  it("hold a part of it, cut at the part's ends", () => {
    const blocks = blocksOf(article, text, 4, 12);
    expect(blocks.map((block) => text.slice(block.start, block.end)).join("")).toBe(text.slice(4, 12));
    expect(blocks.map((block) => block.kind)).toEqual(["title", "space", "text"]);
  });
});
