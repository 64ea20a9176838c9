/**
 * The ledger counts Unicode code points, as Python does; JavaScript strings count UTF-16 units. They differ after every
 * character beyond U+FFFF (emoji, some scripts), which takes two units. Only where those stand is kept: most texts
 * have none, and then both counts are the same.
 */
export class CodePoints {
  /** Offset of each such character, in code points. */
  readonly #wide: readonly number[];

  constructor(readonly text: string) {
    this.#wide = [...text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)].map((found, before) => found.index - before);
  }

  /** The length of the text in code points. */
  get length(): number {
    return this.text.length - this.#wide.length;
  }

  /** Where the code point stands in the string, in UTF-16 units. */
  toUnits(point: number): number {
    return point + countBelow(this.#wide, (wide) => wide, point);
  }

  /** Which code point stands at this unit of the string; the middle of a wide one counts as its start. */
  toPoints(unit: number): number {
    // The i-th wide character starts at unit `wide + i`; one that has begun before `unit` has one unit too many.
    return unit - countBelow(this.#wide, (wide, i) => wide + i, unit);
  }

  /** The words from one code point up to another. */
  slice(start: number, end: number): string {
    return this.text.slice(this.toUnits(start), this.toUnits(end));
  }
}

/** How many of the rising values, as `measure` has them, are smaller than `bound`. */
function countBelow(values: readonly number[], measure: (value: number, i: number) => number, bound: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (measure(values[middle] as number, middle) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
