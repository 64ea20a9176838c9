import { describe, expect, it } from "vitest";
import type { Claim } from "$lib/api/records";
import { blank, type Draft, draftOf, edit, emptied, filled, lacking, meant, open } from "./draft";

const span = (start: number, text: string) => ({ start, end: start + text.length, text });
const own = { start: null, end: null, text: null, cue: null, stance: "says", source_kind: "media", actor_id: null };
const ministry = { ...own, ...span(0, "The ministry"), cue: span(13, "said"), source_kind: "official" };

const claim = {
  predicate: span(40, "shelled"),
  content: [span(10, "forces had shelled Hama")],
  voices: [ministry, own],
  factuality: { score: 2.5, label: "happened" },
  event: {
    type: "ASSAULT",
    mode: "artillery",
    actors: [],
    recipients: [],
    places: [{ ...span(48, "Hama"), place_id: "geonames:1" }],
    time: null,
  },
} as unknown as Claim;
const draft: Draft = draftOf(claim);

describe("an edit", () => {
  it("is empty where nothing differs", () => {
    expect(edit(draft, draftOf(claim))).toEqual({});
  });

  it("names only what differs, and texts never", () => {
    expect(edit(draft, filled(draft, "source", span(60, "A resident")))).toEqual({ source: { start: 60, end: 70 } });
    expect(edit(draft, { ...draft, label: "possible" })).toEqual({ factuality: { label: "possible" } });
  });

  it("says null for what was taken out", () => {
    expect(edit(draft, emptied(emptied(draft, "cue", 0), "source", 0))).toEqual({ source: null, cue: null });
    expect(edit(draft, { ...draft, type: null })).toEqual({ event: null });
  });

  it("holds of an event what differs, and the place that was picked", () => {
    const picked = meant(filled(draft, "actors", span(10, "forces")), "places", 0, {
      meaning: "geonames:2",
      known: "Hama",
    });
    expect(edit(draft, picked).event).toEqual({
      actors: [{ start: 10, end: 16 }],
      places: [{ start: 48, end: 52, place_id: "geonames:2" }],
    });
  });
});

describe("a draft", () => {
  it("takes several stretches where the slot holds several, an overlapping one in the place of the old", () => {
    const more = filled(filled(draft, "content", span(80, "on Monday")), "content", span(5, "the forces had"));
    expect(more.spans.content.map(({ start }) => start)).toEqual([5, 80]);
    expect(emptied(more, "content", 0).spans.content).toMatchObject([span(80, "on Monday")]);
    expect(filled(draft, "cue", span(60, "denied")).spans.cue).toHaveLength(1);
  });

  it("offers an event's slots only where it is one", () => {
    expect(open(blank())).toEqual(["source", "cue", "content", "predicate"]);
    expect(open(draft)).toContain("places");
  });

  it("says what a missed claim still lacks", () => {
    const fired = filled(blank(), "predicate", span(1, "fired"));
    expect(lacking(blank())).toContain("Predicate");
    expect(lacking(fired)).toContain("Content");
    expect(lacking(emptied(draft, "source", 0))).toContain("source");
    expect(lacking(filled(fired, "content", span(0, "it fired")))).toBeNull();
  });

  it("has no source where the article itself speaks", () => {
    const { spans, source_kind } = draftOf({ ...claim, voices: [own] } as unknown as Claim);
    expect([spans.source, spans.cue, source_kind]).toEqual([[], [], "media"]);
  });
});
