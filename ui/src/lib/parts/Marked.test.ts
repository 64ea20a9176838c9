// @vitest-environment jsdom
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { CodePoints } from "$lib/text/offsets";
import { blocksOf } from "$lib/text/pieces";
import type { Mark } from "$lib/text/marks";
import Marked from "./Marked.svelte";

const RAW = "🙂 <b>bold</b>\n\n  قال المتحدث 🙂 إن الجسر مفتوح.\n";
const text = new CodePoints(RAW);
const words = (found: string): { start: number; end: number } => {
  const start = text.toPoints(RAW.indexOf(found));
  return { start, end: start + [...found].length };
};
const mark = (found: string, kind: Mark["kind"]): Mark => ({ ...words(found), kind, number: 1, label: "1" });
const marks = [mark("قال", "cue"), mark("المتحدث", "source"), mark("إن الجسر مفتوح", "content"), mark("الجسر", "event")];
const paragraphs = [
  { start: 0, end: 13, kind: "title" as const },
  { start: 17, end: text.length - 1, kind: "text" as const },
];

let shown: Record<string, unknown> | undefined;

function show(props: Record<string, unknown> = {}): { select: (start: number, end: number) => void } {
  shown = mount(Marked, { target: document.body, props: { text, blocks: blocksOf({ paragraphs }, text), marks, ...props } });
  flushSync();
  return shown as never;
}

beforeAll(() => {
  // All is near the screen.
  class Near {
    constructor(private met: (entries: object[]) => void) {}
    observe(target: Element): void {
      this.met([{ isIntersecting: true, target }]);
    }
    unobserve(): void {}
  }
  vi.stubGlobal("IntersectionObserver", Near);
});

afterEach(async () => {
  if (shown) await unmount(shown);
});

describe("a marked text", () => {
  it("holds the article's text and nothing else, markup as text", () => {
    show();
    expect(document.querySelector(".marked")?.textContent).toBe(RAW);
    expect(document.querySelector(".marked b")).toBeNull();
    expect(document.querySelector(".mark.event")?.textContent).toBe("الجسر");
  });

  it.each(["bold", "المتحدث 🙂 إن", "🙂 <b>bold</b>\n\n  قال"])("says which code points are selected: %s", (found) => {
    const onselect = vi.fn();
    const { start, end } = words(found);
    show({ onselect }).select(start, end);
    document.querySelector(".marked")?.dispatchEvent(new Event("pointerup"));
    expect(onselect).toHaveBeenCalledWith(start, end);
    expect(getSelection()?.toString()).toBe(found);
  });

  it("says so of a part of the text, too", () => {
    const onselect = vi.fn();
    const { start, end } = words("الجسر");
    show({ onselect, blocks: blocksOf({ paragraphs }, text, start - 3, text.length) }).select(start, end);
    document.querySelector(".marked")?.dispatchEvent(new Event("keyup"));
    expect(onselect).toHaveBeenCalledWith(start, end);
  });
});
