/** Short messages: said to a screen reader, and shown where somebody should see them. */

import { untrack } from "svelte";

export interface Note {
  id: number;
  text: string;
  kind: "plain" | "bad";
  action?: { label: string; run: () => void };
}

class Notes {
  /** What the live region says. */
  said = $state("");
  shown = $state.raw<readonly Note[]>([]);
  #last = 0;

  /** Say it to who can't see it: "312 claims". */
  say(text: string): void {
    this.said = text;
  }

  /** Show it, too: for eight seconds, or until it is closed where something went wrong. */
  show(text: string, kind: Note["kind"] = "plain", action?: Note["action"]): number {
    const id = ++this.#last;
    this.shown = [...untrack(() => this.shown), { id, text, kind, ...(action && { action }) }];
    if (kind === "plain") setTimeout(() => this.close(id), 8000);
    return id;
  }

  close(id: number): void {
    this.shown = this.shown.filter((note) => note.id !== id);
  }
}

export const notes = new Notes();
