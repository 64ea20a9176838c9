/** The lines below a picture that leaves the desk: what it shows, of which ledger, and by what it was filtered. */
import { FIELDS } from "$lib/state/filter";
import { filtering } from "$lib/state/filtering.svelte";
import { labels } from "$lib/state/labels.svelte";
import { session } from "$lib/state/session.svelte";

export function caption(title: string, ...lines: readonly string[]): string[] {
  const filter = filtering.conditions.map(
    ({ field, value, not }) => `${FIELDS[field]}${not ? " not" : ""} ${labels.of(field, value)}`,
  );
  const ledger = session.me?.ledger ?? "";
  return [title, [ledger, ...filter].join("; "), ...lines].filter((line) => line !== "");
}
