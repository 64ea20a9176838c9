import { describe, expect, it } from "vitest";
import { changes } from "./changes";

describe("an edit in words", () => {
  it("names each field with its new value", () => {
    const edit = { stance: "denies", cue: { start: 12, end: 17 }, source: null, factuality: { label: "possible" } };
    expect(changes(edit)).toEqual([
      ["stance", "denies"],
      ["cue", "characters 12–17"],
      ["source", "none"],
      ["factuality", "possible"],
    ]);
  });

  it("takes an event apart", () => {
    expect(changes({ event: { type: "FIGHT", actors: [], places: [{ start: 1, end: 5, place_id: "geonames:1" }] } })).toEqual([
      ["type", "FIGHT"],
      ["actors", "none"],
      ["places", "characters 1–5, geonames:1"],
    ]);
    expect(changes({ event: null })).toEqual([["event", "none"]]);
  });

  it("is empty where nothing was changed", () => {
    expect(changes(null)).toEqual([]);
  });
});
