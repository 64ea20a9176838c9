/** The columns of the table of claims: which there are, which stand there at first, and by what each can be sorted. */

import type { ClaimRow, Moment, Span, Voice } from "$lib/api/records";
import { vocabulary } from "$lib/state/vocabulary.svelte";
import { nameOf, quoted } from "$lib/text/chain";
import { day, isDate, percent } from "$lib/text/words";

export interface Column {
  name: string;
  label: string;
  /** Shown unless the address says otherwise. */
  first: boolean;
  /** The API's sorts, first press first. */
  sorts: readonly string[];
  /** What the cell says; Cell.svelte draws those that say more. */
  text: (row: ClaimRow) => string;
}

const column = (name: string, label: string, first: boolean, text: Column["text"], ...sorts: string[]): Column => ({
  name,
  label,
  first,
  sorts,
  text,
});

/** After the claim itself, which always stands first. */
export const COLUMNS: readonly Column[] = [
  column("source", "Source", true, ({ claim }) => quoted(claim).map(called).join(", via "), "source"),
  column("cue", "Cue", false, ({ claim }) => list(quoted(claim).map((voice) => voice.cue?.text ?? ""))),
  column("stance", "Stance", false, ({ claim }) => term("stances", quoted(claim)[0]?.stance)),
  column("factuality", "Factuality", true, ({ claim }) => term("factuality", claim.factuality.label), "factuality"),
  // With who did it to whom; both have columns of their own for those who want to run down them.
  column("event", "Event", true, ({ claim }) => term("event_types", claim.event?.type), "event_type"),
  column("actor", "Actor", false, ({ claim }) => texts(claim.event?.actors)),
  column("recipient", "Recipient", false, ({ claim }) => texts(claim.event?.recipients)),
  column("place", "Place", true, ({ claim }) => list((claim.event?.places ?? []).map((place) => place.name ?? place.text))),
  column("time", "Time", true, ({ claim }) => when(claim.event?.time), "time", "-time"),
  column("quantity", "Quantity", false, ({ claim }) => texts(claim.event?.quantities)),
  column("outlet", "Outlet", true, ({ article }) => article.outlet ?? "", "outlet"),
  column("article", "Article", false, ({ article }) => article.title ?? "Untitled"),
  column("published", "Published", false, ({ article }) => day(article.published ?? "", "short"), "-published", "published"),
  column("confidence", "Conf.", true, ({ claim }) => percent(claim.confidence), "confidence", "-confidence"),
  // Signs stand after the claim itself; this is for who wants to run down them.
  column("review", "Review", false, ({ claim }) => term("review_states", claim.review)),
];

/** Who did it to whom: "Trump → all troops"; "" where neither is told. */
export function acting({ claim }: ClaimRow): string {
  const [actors, recipients] = [texts(claim.event?.actors), texts(claim.event?.recipients)];
  return recipients === "" ? actors : `${actors} → ${recipients}`.trim();
}

/** The columns that the address asks for (`columns=source,cue`), in our order; the first ones where it asks for none. */
export function shown(asked: string | null): Column[] {
  if (asked === null) return COLUMNS.filter((found) => found.first);
  const names = asked.split(",");
  return COLUMNS.filter((found) => names.includes(found.name));
}

/** The `columns=` of a choice; null where it is what stands there at first, so that the address stays short. */
export function asking(names: ReadonlySet<string>): string | null {
  const chosen = COLUMNS.filter((found) => names.has(found.name));
  const same = COLUMNS.every((found) => found.first === names.has(found.name));
  return same ? null : chosen.map((found) => found.name).join(",");
}

/** The next sort of a column's header: its first, then its other, then none (the order in the articles). */
export function nextSort(found: Column, now: string | null): string | null {
  const at = found.sorts.indexOf(now ?? "");
  return found.sorts[at + 1] ?? null;
}

function list(words: readonly string[]): string {
  return words.filter((word) => word !== "").join(", ");
}

function texts(spans: readonly Span[] | undefined): string {
  return list((spans ?? []).map((span) => span.text));
}

function called(voice: Voice): string {
  return nameOf(voice) ?? `(${voice.cue?.text})`;
}

function term(words: string, key: string | null | undefined): string {
  return key == null ? "" : vocabulary.name(words, key);
}

/** A day, month or year; a week or a season by its days; else the words, as of "three weeks later". */
function when(time: Moment | null | undefined): string {
  if (!time) return "";
  const by = time.deadline ? "by " : "";
  if (isDate(time.value)) return by + day(time.value, "short");
  if (!time.earliest || !time.latest) return time.text;
  const last = day(time.latest, "short");
  return time.deadline || time.earliest === time.latest ? by + last : `${day(time.earliest, "short")} – ${last}`;
}
