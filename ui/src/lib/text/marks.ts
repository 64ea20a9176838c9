/**
 * What to mark in an article, from its claims. Voices are numbered in the order in which they stand in the text; a
 * source, its cue and the contents it is said of share a number. (src/sayso/marks.py does the same for the terminal.)
 */
import type { Claim, Voice } from "$lib/api/records";

export const MARK_KINDS = ["source", "cue", "content", "event"] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** A stretch of the text, in code points, with what it is. */
export interface Mark {
  start: number;
  end: number;
  kind: MarkKind;
  /** Of its voice, from 1; null for an event. */
  number: number | null;
  /** What the tag before it says: "S1", "C1", "“1", or an event's type. */
  label: string;
}

/** What a selected claim's words are to it; drawn as a ground under them. */
export type Role = MarkKind | "actor" | "recipient" | "place" | "time" | "quantity";

export interface Lit {
  start: number;
  end: number;
  role: Role;
}

const LETTER: Record<Exclude<MarkKind, "event">, string> = { source: "S", cue: "C", content: "“" };

/** The marks of an article's claims, in order, each once. `nameOf` gives an event type's name. */
export function marksOf(claims: readonly Claim[], nameOf: (type: string) => string = (type) => type): Mark[] {
  const numbers = numbersOf(claims);
  const found = new Map<string, Mark>();
  const add = (mark: Mark): unknown => found.set(`${mark.kind} ${mark.start} ${mark.end} ${mark.number}`, mark);
  for (const [number, spans] of contentsOf(claims, numbers)) {
    for (const span of union(spans)) add(voiced(span, "content", number));
  }
  for (const claim of claims) {
    for (const voice of claim.voices) {
      const number = numbers.get(keyOf(voice));
      if (number === undefined) continue;
      if (voice.start !== null && voice.end !== null) add(voiced(voice as Stretch, "source", number));
      if (voice.cue !== null) add(voiced(voice.cue, "cue", number));
    }
    if (claim.event !== null) add({ ...ends(claim.predicate), kind: "event", number: null, label: nameOf(claim.event.type) });
  }
  return [...found.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** All words of one claim with their roles, widest first, so that what lies inside is drawn over it. */
export function litOf(claim: Claim): Lit[] {
  const event = claim.event;
  const as = (role: Role, spans: readonly (Stretch | null)[]): Lit[] =>
    spans.flatMap((span) => (span === null ? [] : [{ ...ends(span), role }]));
  return [
    ...as("content", claim.content),
    ...as("source", claim.voices.filter((voice) => voice.start !== null) as Stretch[]),
    ...as("cue", claim.voices.map((voice) => voice.cue)),
    ...as("actor", event?.actors ?? []),
    ...as("recipient", event?.recipients ?? []),
    ...as("place", event?.places ?? []),
    ...as("time", [event?.time ?? null]),
    ...as("quantity", event?.quantities ?? []),
    ...as("event", [claim.predicate]),
  ];
}

/** From its first word to its last, voices included: what to show of the text so that it can be understood. */
export function extentOf(claim: Claim): { start: number; end: number } {
  const lit = litOf(claim);
  return { start: Math.min(...lit.map((span) => span.start)), end: Math.max(...lit.map((span) => span.end)) };
}

/** The claims whose words hold a place in the text: predicates before contents, narrow before wide. */
export function claimsAt(claims: readonly Claim[], point: number): Claim[] {
  const width = (claim: Claim): number => {
    const holding = litOf(claim).filter((span) => span.start <= point && point < span.end);
    const own = holding.some((span) => span.role === "event") ? -1e9 : 0;
    return own + Math.min(...holding.map((span) => span.end - span.start));
  };
  return claims
    .map((claim) => ({ claim, width: width(claim) }))
    .filter((found) => found.width !== Infinity)
    .sort((a, b) => a.width - b.width)
    .map((found) => found.claim);
}

interface Stretch {
  start: number;
  end: number;
}

/** What tells one voice from another, whatever it does with a content: where it stands. Empty: the article's own. */
function keyOf(voice: Voice): string {
  return [voice.start, voice.end, voice.cue?.start, voice.cue?.end].filter((at) => at != null).join("-");
}

function numbersOf(claims: readonly Claim[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const voice of claims.flatMap((claim) => claim.voices)) {
    const key = keyOf(voice);
    if (key !== "") first.set(key, voice.start ?? voice.cue?.start ?? 0);
  }
  const sorted = [...first].sort((a, b) => a[1] - b[1] || a[0].localeCompare(b[0], "en", { numeric: true }));
  return new Map(sorted.map(([key], i) => [key, i + 1]));
}

function contentsOf(claims: readonly Claim[], numbers: ReadonlyMap<string, number>): Map<number, Stretch[]> {
  const contents = new Map<number, Stretch[]>();
  for (const claim of claims) {
    const nearest = claim.voices[0];
    const number = nearest && numbers.get(keyOf(nearest));
    if (number === undefined) continue;
    const spans = contents.get(number) ?? [];
    spans.push(...claim.content);
    contents.set(number, spans);
  }
  return contents;
}

/** The same stretches with those that touch, or have but a space between them, made one. */
function union(spans: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last.end + 1) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

function voiced(span: Stretch, kind: Exclude<MarkKind, "event">, number: number): Mark {
  return { ...ends(span), kind, number, label: `${LETTER[kind]}${number}` };
}

function ends({ start, end }: Stretch): Stretch {
  return { start, end };
}
