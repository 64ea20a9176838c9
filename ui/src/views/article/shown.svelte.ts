/** Which kinds of marks are drawn, and whether they carry labels; kept in this browser. */
import { MARK_KINDS, type MarkKind } from "$lib/text/marks";

const KEY = "sayso.marks";
export type Drawn = MarkKind | "labels";
const ALL: readonly Drawn[] = [...MARK_KINDS, "labels"];

class Shown {
  #drawn = $state.raw<ReadonlySet<Drawn>>(kept());

  has(what: Drawn): boolean {
    return this.#drawn.has(what);
  }

  toggle(what: Drawn): void {
    const next = new Set(this.#drawn);
    if (!next.delete(what)) next.add(what);
    this.#drawn = next;
    localStorage.setItem(KEY, [...next].join(" "));
  }
}

export const shown = new Shown();

function kept(): ReadonlySet<Drawn> {
  const found = localStorage.getItem(KEY);
  return new Set(found === null ? ALL : ALL.filter((what) => found.split(" ").includes(what)));
}
