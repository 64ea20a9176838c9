import { describe, expect, it } from "vitest";
import { contextOf, wider } from "./context";

const paragraph = (start: number, end: number) => ({ start, end, kind: "text" as const });
const article = { paragraphs: [paragraph(0, 20), paragraph(22, 100), paragraph(102, 3000), paragraph(3002, 3050)] };

describe("the context of a claim", () => {
  it("is the paragraphs that it reaches into", () => {
    expect(contextOf(article, { start: 30, end: 40 })).toEqual({ start: 22, end: 100 });
    expect(contextOf(article, { start: 10, end: 40 })).toEqual({ start: 0, end: 100 });
  });

  it("is cut where a paragraph is long", () => {
    expect(contextOf(article, { start: 1000, end: 1010 })).toEqual({ start: 600, end: 1410 });
  });

  it("is the claim itself where no paragraph covers it", () => {
    expect(contextOf({ paragraphs: [] }, { start: 5, end: 9 })).toEqual({ start: 5, end: 9 });
  });

  it("grows by a paragraph on either side, up to the whole article", () => {
    const grown = wider(article, { start: 22, end: 100 });
    expect(grown).toEqual({ start: 0, end: 3000 });
    expect(wider(article, wider(article, grown))).toEqual({ start: 0, end: 3050 });
  });
});
