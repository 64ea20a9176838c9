/** An article's text cut into what is drawn: blocks one below another, and pieces under the same marks inside them. */
import type { Article, Paragraph } from "$lib/api/records";
import { CodePoints } from "./offsets";
import type { Lit, Mark } from "./marks";

/**
 * A stretch that stands as a block of its own. Blocks follow each other without a gap: `rest` is text that no paragraph
 * covers and that was not read, `space` white space between paragraphs. What stands in a paragraph's own line before or
 * after it ("# ", "** ") belongs to its block.
 */
export interface Block {
  start: number;
  end: number;
  kind: Paragraph["kind"] | "rest" | "space";
}

/** A mark with the lane that its line runs in: 0 is nearest to the text. */
export interface Laned extends Mark {
  lane: number;
}

/** A stretch under the same marks. `begins` are those whose first piece this is, so that each is labelled once. */
export interface Piece {
  start: number;
  end: number;
  marks: readonly Laned[];
  begins: readonly Laned[];
  lit: Lit | null;
}

/** The blocks of an article, or of a part of it; a block that reaches over an end of the part is cut there. */
export function blocksOf(article: Pick<Article, "paragraphs">, text: CodePoints, from = 0, to = text.length): Block[] {
  const blocks: Block[] = [];
  let at = from;
  const between = (end: number): void => {
    if (end <= at) return;
    blocks.push({ start: at, end, kind: text.slice(at, end).trim() === "" ? "space" : "rest" });
    at = end;
  };
  for (const paragraph of article.paragraphs) {
    if (paragraph.end <= from || paragraph.start >= to) continue;
    const gap = text.slice(at, Math.max(at, paragraph.start)).split("\n");
    const last = blocks.at(-1);
    if (last !== undefined && gap.length > 1) last.end = at += pointsIn(gap[0] ?? "");
    between(paragraph.start - pointsIn(gap.at(-1) ?? ""));
    const end = Math.min(paragraph.end, to);
    blocks.push({ start: at, end, kind: paragraph.kind });
    at = end;
  }
  between(to);
  return blocks;
}

function pointsIn(words: string): number {
  return new CodePoints(words).length;
}

/** The marks that reach into a stretch, cut to it, each in a lane of its own: short ones near the text, long ones below. */
export function lanes(start: number, end: number, marks: readonly Mark[]): Laned[] {
  const inside = marks
    .filter((mark) => mark.start < end && mark.end > start && mark.start < mark.end)
    .map((mark) => ({ ...mark, start: Math.max(mark.start, start), end: Math.min(mark.end, end) }))
    .sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start);
  const laned: Laned[] = [];
  for (const mark of inside) {
    const taken = new Set(laned.filter((other) => other.start < mark.end && other.end > mark.start).map(({ lane }) => lane));
    let lane = 0;
    while (taken.has(lane)) lane += 1;
    laned.push({ ...mark, lane });
  }
  return laned;
}

/** The text from `start` to `end`, cut wherever a mark or a lit stretch begins or ends. Nothing is left out. */
export function piecesOf(start: number, end: number, marks: readonly Laned[], lit: readonly Lit[] = []): Piece[] {
  const cuts = new Set([start, end]);
  for (const span of [...marks, ...lit]) {
    for (const at of [span.start, span.end]) if (start < at && at < end) cuts.add(at);
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((left, i) => {
    const right = sorted[i + 1] as number;
    const over = marks.filter((mark) => mark.start <= left && mark.end >= right).sort((a, b) => b.lane - a.lane);
    return {
      start: left,
      end: right,
      marks: over,
      begins: over.filter((mark) => mark.start === left),
      lit: lit.findLast((span) => span.start <= left && span.end >= right) ?? null,
    };
  });
}
