/** Keys: each view names its own while it is open; `?` lists them all. */
import { untrack } from "svelte";

export interface Key {
  /** As `KeyboardEvent.key` has it: "j", "?", "Backspace", " ". With "mod+" for Ctrl or ⌘. */
  key: string;
  /** What it does, in a few words: "next claim". */
  does: string;
  run: (event: KeyboardEvent) => void;
  /** Works while typing, too. */
  always?: boolean;
}

export interface KeyGroup {
  title: string;
  keys: readonly Key[];
}

class Keys {
  groups = $state.raw<readonly KeyGroup[]>([]);

  add(group: KeyGroup): () => void {
    this.groups = [...this.groups, group];
    return () => (this.groups = this.groups.filter((other) => other !== group));
  }

  /** Run what the pressed key stands for; the group that came last has it first. */
  press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    const typing = isTyping(event);
    const pressed = (event.ctrlKey || event.metaKey ? "mod+" : "") + event.key;
    const found = this.groups
      .toReversed()
      .flatMap((group) => group.keys)
      .find((key) => key.key === pressed && (!typing || key.always === true));
    if (found === undefined) return;
    event.preventDefault();
    found.run(event);
  }
}

export const keys = new Keys();

/** Keys of the component that calls this while it starts. A function: keys may depend on state (remapped ones do). */
export function useKeys(title: string, list: () => readonly Key[]): void {
  $effect(() => {
    const group = { title, keys: list() };
    // Adding reads the list that it writes, which would start this anew for ever.
    return untrack(() => keys.add(group));
  });
}

function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest("dialog[open]") !== null) return true;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button", "submit"].includes(target.type);
  // Space and Enter press what has the focus.
  return (event.key === " " || event.key === "Enter") && target.closest("button, a, summary, [role]") !== null;
}
