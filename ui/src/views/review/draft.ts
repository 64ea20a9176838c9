/** A claim as a form holds it, and the edit that says what a person changed.
 *
 * An edit names only what differs; the server takes every text from the article, so a draft's texts are for the eye.
 */
import type { Claim, Span } from "$lib/api/records";
import type { Edit, Offsets } from "$lib/api/work";

/** Words of the article in a slot.
 *
 * `meaning` is what a person picked for them, the id of an actor or a place or the value of a time, null for nothing of
 * the kind; as long as it is missing, the server looks them up. `known` names what they mean, for the eye.
 */
export interface Filling extends Span {
  meaning?: string | null;
  known: string | null;
}

/** What a person fills by selecting words: the letter that fills it, and whether it holds several stretches. */
export const slots = {
  source: { letter: "s", name: "Source", does: "who says so", several: false },
  cue: { letter: "u", name: "Cue", does: "the words that say so: “said”, “according to”", several: false },
  content: { letter: "n", name: "Content", does: "what is said, in one piece or more", several: true },
  predicate: { letter: "p", name: "Predicate", does: "the word for what happened", several: false },
  actors: { letter: "b", name: "Actors", does: "by whom", several: true },
  recipients: { letter: "t", name: "Recipients", does: "to whom, or to what", several: true },
  places: { letter: "l", name: "Places", does: "where", several: true },
  time: { letter: "w", name: "Time", does: "when", several: false },
} as const;

export type Slot = keyof typeof slots;

/** The labels of a claim, each a key of a vocabulary; `type` is null for a statement. */
export interface Labels {
  stance: string;
  source_kind: string | null;
  label: string;
  type: string | null;
  mode: string | null;
}

export interface Draft extends Labels {
  spans: Record<Slot, readonly Filling[]>;
}

const ORDER = Object.keys(slots) as Slot[];
const OF_EVENT = ["actors", "recipients", "places", "time"] as const satisfies Slot[];

/** An empty claim in the article's own voice, for one that the model missed. */
export function blank(): Draft {
  const spans = Object.fromEntries(ORDER.map((slot) => [slot, []])) as unknown as Draft["spans"];
  return { spans, stance: "says", source_kind: null, label: "happened", type: null, mode: null };
}

export function draftOf({ content, predicate, voices, factuality, event }: Claim): Draft {
  const [nearest] = voices;
  const time = event?.time ?? null;
  return {
    spans: {
      source: placed(nearest).map((source) => filling(source, nearest?.actor_id)),
      cue: placed(nearest?.cue).map((cue) => filling(cue)),
      content: content.map((part) => filling(part)),
      predicate: [filling(predicate)],
      actors: (event?.actors ?? []).map((actor) => filling(actor, actor.actor_id)),
      recipients: (event?.recipients ?? []).map((recipient) => filling(recipient, recipient.actor_id)),
      places: (event?.places ?? []).map((place) => filling(place, place.name)),
      time: placed(time).map((span) => filling(span, time?.value)),
    },
    stance: nearest?.stance ?? "says",
    source_kind: nearest?.source_kind ?? null,
    label: factuality.label,
    type: event?.type ?? null,
    mode: event?.mode ?? null,
  };
}

/** The slots that a draft may fill now: an event's only where it is one. */
export function open(draft: Draft): Slot[] {
  return ORDER.filter((slot) => draft.type !== null || !ofEvent(slot));
}

/** The draft with a stretch put into a slot: beside what is there where it holds several, else in its place. */
export function filled(draft: Draft, slot: Slot, stretch: Span): Draft {
  const kept = slots[slot].several ? draft.spans[slot].filter((other) => !touches(other, stretch)) : [];
  return having(draft, slot, [...kept, filling(stretch)].sort((a, b) => a.start - b.start));
}

/** The draft without the `number`th filling of a slot. */
export function emptied(draft: Draft, slot: Slot, number: number): Draft {
  return having(draft, slot, draft.spans[slot].filter((_, at) => at !== number));
}

/** The draft with another meaning for the `number`th filling of a slot. */
export function meant(draft: Draft, slot: Slot, number: number, found: Pick<Filling, "meaning" | "known">): Draft {
  return having(draft, slot, draft.spans[slot].map((one, at) => (at === number ? { ...one, ...found } : one)));
}

/** What a person has yet to fill before a claim can be kept; null where nothing is lacking. */
export function lacking({ spans }: Draft): string | null {
  if (spans.predicate.length === 0) return "Select the word for what happened and put it in Predicate.";
  if (spans.content.length === 0) return "Select what is said and put it in Content.";
  return spans.cue.length > 0 && spans.source.length === 0 ? "A cue needs a source: select who speaks." : null;
}

/** The fields that differ between two drafts, as the API wants them; empty where none does. */
export function edit(before: Draft, after: Draft): Edit {
  const result: Edit = {};
  const changed = differing(before, after);
  if (changed("predicate")) result.predicate = only(after, "predicate") ?? undefined;
  if (changed("content")) result.content = after.spans.content.map(offsets);
  if (changed("source")) result.source = only(after, "source");
  if (changed("cue")) result.cue = only(after, "cue");
  if (before.stance !== after.stance) result.stance = after.stance;
  if (before.source_kind !== after.source_kind) result.source_kind = after.source_kind;
  if (before.label !== after.label) result.factuality = { label: after.label };
  const event = eventEdit(before, after);
  if (event === null || Object.keys(event).length > 0) result.event = event;
  return result;
}

/** What differs of the event; null where the claim is no event any more. */
function eventEdit(before: Draft, after: Draft): NonNullable<Edit["event"]> | null {
  const event: NonNullable<Edit["event"]> = {};
  const changed = differing(before, after);
  const { type, mode, spans } = after;
  if (type === null) return before.type === null ? event : null;
  if (before.type !== type) event.type = type;
  if (before.mode !== mode) event.mode = mode;
  if (changed("actors")) event.actors = spans.actors.map((one) => named(one, "actor_id"));
  if (changed("recipients")) event.recipients = spans.recipients.map((one) => named(one, "actor_id"));
  if (changed("places")) event.places = spans.places.map((one) => named(one, "place_id"));
  if (changed("time")) event.time = spans.time.map((one) => named(one, "value"))[0] ?? null;
  return event;
}

function differing(before: Draft, after: Draft): (slot: Slot) => boolean {
  return (slot) => JSON.stringify(before.spans[slot]) !== JSON.stringify(after.spans[slot]);
}

function named<Key extends string>(one: Filling, key: Key): Offsets & { [key in Key]?: string | null } {
  return { ...offsets(one), ...(one.meaning !== undefined && { [key]: one.meaning }) } as ReturnType<typeof named<Key>>;
}

function having(draft: Draft, slot: Slot, spans: readonly Filling[]): Draft {
  return { ...draft, spans: { ...draft.spans, [slot]: spans } };
}

function only(draft: Draft, slot: Slot): Offsets | null {
  const [first] = draft.spans[slot];
  return first ? offsets(first) : null;
}

function filling({ start, end, text }: Span, known: string | null = null): Filling {
  return { start, end, text, known };
}

/** The span itself, or nothing for the article's own voice, which has no offsets. */
function placed(span: { start: number | null } | null | undefined): Span[] {
  return span && span.start !== null ? [span as Span] : [];
}

function offsets({ start, end }: Span): Offsets {
  return { start, end };
}

function touches(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

function ofEvent(slot: Slot): boolean {
  return (OF_EVENT as readonly Slot[]).includes(slot);
}
