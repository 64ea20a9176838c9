/** Selecting by word: the words of a stretch of text and what the arrows do to a selection of them.
 *
 * Offsets are code points, as everywhere in a ledger; `from` is the offset at which the stretch begins.
 */

export interface Stretch {
  start: number;
  end: number;
}

/** First and last word of a selection, the caret at `head`: it moves, `anchor` stays. */
export interface Selection {
  anchor: number;
  head: number;
}

/** The words of the text, in order. White space belongs to none; a sign of punctuation is a word of its own. */
export function words(text: string, from = 0, language = "en"): Stretch[] {
  const found: Stretch[] = [];
  let start = from;
  for (const { segment } of new Intl.Segmenter(language, { granularity: "word" }).segment(text)) {
    const end = start + [...segment].length;
    if (segment.trim() !== "") found.push({ start, end });
    start = end;
  }
  return found;
}

/** The selection after an arrow key: `by` words on, the anchor kept where `extend` (shift is held). */
export function moved(at: Selection, by: number, count: number, extend: boolean): Selection {
  const head = Math.min(Math.max(at.head + by, 0), count - 1);
  return { anchor: extend ? at.anchor : head, head };
}

/** The stretch that a selection covers. */
export function covered(all: readonly Stretch[], { anchor, head }: Selection): Stretch | null {
  const first = all[Math.min(anchor, head)];
  const last = all[Math.max(anchor, head)];
  return first && last ? { start: first.start, end: last.end } : null;
}

/** The selection of the words that a stretch touches; its first word where it touches none. */
export function selecting(all: readonly Stretch[], { start, end }: Stretch): Selection {
  const touched = all.flatMap((word, number) => (word.start < end && start < word.end ? [number] : []));
  const first = all.findIndex((word) => word.start >= start);
  return { anchor: touched[0] ?? Math.max(first, 0), head: touched.at(-1) ?? Math.max(first, 0) };
}
