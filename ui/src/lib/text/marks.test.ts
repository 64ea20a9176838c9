import { describe, expect, it } from "vitest";
import type { Claim, Span, Voice } from "$lib/api/records";
import { claimsAt, extentOf, litOf, marksOf } from "./marks";

const TEXT = "“The bridge is open,” the mayor said, according to Reuters. Rebels shelled it.";

function span(text: string): Span {
  const start = TEXT.indexOf(text);
  return { start, end: start + text.length, text };
}

function voice(source: string | null, cue: string | null): Voice {
  const at = source === null ? null : span(source);
  return {
    start: at?.start ?? null,
    end: at?.end ?? null,
    text: at?.text ?? null,
    cue: cue === null ? null : span(cue),
    stance: "says",
    source_kind: null,
    named: false,
    actor_id: null,
    same_as: null,
    country: null,
  };
}

function claim(claim_id: string, content: string[], predicate: string, voices: Voice[], type: string | null = null): Claim {
  return {
    claim_id,
    article_id: "a",
    kind: type === null ? "statement" : "event",
    content: content.map(span),
    predicate: span(predicate),
    voices: [...voices, voice(null, null)],
    factuality: { score: 3, label: "happened" },
    event: type === null ? null : { type, mode: null, actors: [], recipients: [], places: [], time: null, quantities: [], bound: null },
    confidence: 0.9,
    model: "en-0",
    incident_id: null,
    review: null,
  };
}

const mayor = voice("the mayor", "said");
const reuters = voice("Reuters", "according to");
const open = claim("1", ["The bridge is open"], "is", [mayor, reuters]);
const shelled = claim("2", ["Rebels shelled it"], "shelled", [], "ASSAULT");

describe("marks", () => {
  it("number voices as they stand in the text; a source, its cue and what it says share a number", () => {
    const found = marksOf([open, shelled], (type) => type.toLowerCase());
    expect(found.map((mark) => [TEXT.slice(mark.start, mark.end), mark.kind, mark.label])).toEqual([
      ["The bridge is open", "content", "“1"],
      ["the mayor", "source", "S1"],
      ["said", "cue", "C1"],
      ["according to", "cue", "C2"],
      ["Reuters", "source", "S2"],
      ["shelled", "event", "assault"],
    ]);
  });

  it("are drawn once however many claims share them, and contents a space apart are one", () => {
    const halves = [claim("1", ["The bridge"], "bridge", [mayor]), claim("2", ["is open"], "is", [mayor])];
    const found = marksOf([...halves, halves[0] as Claim]);
    expect(found.map((mark) => TEXT.slice(mark.start, mark.end))).toEqual(["The bridge is open", "the mayor", "said"]);
  });

  it("leave what only the article says unmarked, but for its event", () => {
    expect(marksOf([shelled]).map((mark) => mark.kind)).toEqual(["event"]);
  });
});

describe("one claim", () => {
  it("is lit with all its words, the predicate over the content", () => {
    expect(litOf(open).map((lit) => lit.role)).toEqual(["content", "source", "source", "cue", "cue", "event"]);
    expect(extentOf(open)).toEqual({ start: 1, end: TEXT.indexOf(". Rebels") });
  });

  it("is found by a place in its words, the one whose predicate is there first", () => {
    const whole = claim("3", ["The bridge is open"], "open", [mayor]);
    const ids = (word: string): string[] => claimsAt([open, whole, shelled], TEXT.indexOf(word)).map((found) => found.claim_id);
    expect(ids("open")).toEqual(["3", "1"]);
    expect(ids("is open")).toEqual(["1", "3"]);
    expect(ids("shelled")).toEqual(["2"]);
    expect(ids(". Rebels")).toEqual([]);
  });
});
