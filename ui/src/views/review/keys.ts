/** What the keys do in review, after Prodigy's habits, and how a person changes them. */

export const actions = {
  accept: { key: "a", does: "accept: the article makes this claim, as it stands here" },
  reject: { key: "x", does: "reject: the article makes no such claim" },
  skip: { key: " ", does: "skip: decide nothing, show the next" },
  undo: { key: "Backspace", does: "undo the last decision and show its claim again" },
  previous: { key: "ArrowLeft", does: "look at the claim before" },
  next: { key: "ArrowRight", does: "look at the claim after" },
  edit: { key: "e", does: "edit: change what is wrong, then save" },
  comment: { key: "c", does: "comment on the claim" },
  add: { key: "m", does: "add a claim that the model missed" },
} as const;

export type Action = keyof typeof actions;
export type Keymap = Record<Action, string>;

/** Keys that mean something everywhere, so nobody can give them away. */
const RESERVED = new Set(["Tab", "Enter", "Escape", "?", "/", ..."123456789"]);
const MODIFIERS = new Set(["Shift", "Control", "Alt", "Meta", "AltGraph", "CapsLock", "Dead", "Process", "Unidentified"]);
const STORED = "sayso.keys";
const SHOWN: Record<string, string> = {
  " ": "space",
  Backspace: "⌫",
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
};

export function defaults(): Keymap {
  return Object.fromEntries(names().map((action) => [action, actions[action].key])) as Keymap;
}

export function names(): Action[] {
  return Object.keys(actions) as Action[];
}

/** The key that was pressed, as a keymap holds it; null for a modifier alone or a combination that the browser owns. */
export function pressed(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">): string | null {
  if (event.ctrlKey || event.metaKey || event.altKey || MODIFIERS.has(event.key)) return null;
  return event.key.length === 1 ? event.key.toLowerCase() : event.key;
}

/** A key's name for people: ⌫ for Backspace. */
export function shown(key: string): string {
  return SHOWN[key] ?? key;
}

/** What a key does; null where it does nothing. */
export function actionOf(map: Keymap, key: string): Action | null {
  return names().find((action) => map[action] === key) ?? null;
}

/** The keymap with another key for one action, or a sentence that says why not. */
export function rebind(map: Keymap, action: Action, key: string): Keymap | string {
  if (RESERVED.has(key)) return `${shown(key)} is taken: it means the same on every page.`;
  const taken = actionOf(map, key);
  if (taken !== null && taken !== action) return `${shown(key)} is taken: it is the key for “${taken}”.`;
  return { ...map, [action]: key };
}

/** The person's keymap from the browser's storage. What is damaged or in conflict there counts as never set. */
export function load(storage: Pick<Storage, "getItem">): Keymap {
  const map = { ...defaults(), ...known(parsed(storage.getItem(STORED))) };
  const keys = new Set(Object.values(map));
  return keys.size === names().length && !Object.values(map).some((key) => RESERVED.has(key)) ? map : defaults();
}

export function save(storage: Pick<Storage, "setItem">, map: Keymap): void {
  storage.setItem(STORED, JSON.stringify(map));
}

function known(stored: Record<string, unknown>): Partial<Keymap> {
  return Object.fromEntries(Object.entries(stored).filter(([name, key]) => name in actions && typeof key === "string"));
}

function parsed(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? "{}");
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
