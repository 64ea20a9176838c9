import type { PlaceCount } from "$lib/api/pictures";
import { describe, expect, it } from "vitest";
import { areas, bboxValue, bounds, dots, drawing, ringBounds } from "./places";

const place = (given: Partial<PlaceCount>): PlaceCount => ({
  place_id: "geonames:1",
  name: "Somewhere",
  country: "SY",
  admin1: null,
  precision: "exact",
  lat: 36,
  lon: 38,
  extent: null,
  region: false,
  claims: 4,
  articles: 2,
  happened: 2,
  denied: 1,
  ahead: 0,
  ...given,
});
const nowhere = { lat: null, lon: null };
const hama: [number, number, number, number] = [36.1, 34.9, 37.4, 35.6];

describe("how a place is drawn", () => {
  it.each([
    ["a town", { precision: "exact" }, "dot"],
    ["the outskirts of a town", { precision: "near" }, "near"],
    ["a province with a box", { precision: "first-level", extent: hama }, "area"],
    ["a district of which only the centre is known", { precision: "second-level" }, "ring"],
    ["a river", { precision: "region", country: null, ...nowhere, extent: [29, -3, 39.5, 31.6] as const }, "area"],
    ["a country", { precision: "country", ...nowhere }, "outline"],
    ["the north of a country", { precision: "region", ...nowhere }, "outline"],
    ["a sea", { precision: "international", country: null, ...nowhere }, "none"],
    ["a place that nothing is known of", { precision: null, country: null, ...nowhere }, "none"],
  ])("%s", (_, given, expected) => expect(drawing(place(given as Partial<PlaceCount>))).toBe(expected));

  it("is never a dot where the place is no finer than a region, whatever else is known of it", () => {
    for (const precision of ["second-level", "first-level", "region", "country", "international", null]) {
      for (const extent of [null, hama]) expect(dots([place({ precision, extent })]).features).toEqual([]);
    }
  });
});

describe("a dot", () => {
  it("counts each manner, and what is none of them as other", () => {
    expect(dots([place({})]).features[0]?.properties).toMatchObject({
      claims: 4,
      happened: 2,
      denied: 1,
      ahead: 0,
      other: 1,
      leading: "happened",
    });
  });

  it("knows the most claims that one has, so that sizes compare", () => {
    expect(
      dots([place({ claims: 9 }), place({ claims: 3 })]).features.map(({ properties }) => properties.most),
    ).toEqual([9, 9]);
  });
});

describe("an area", () => {
  it("is the box; across the antimeridian it goes on beyond 180°", () => {
    const ring =
      areas([place({ precision: "region", ...nowhere, extent: [170, -20, -175, -10] })]).features[0]?.geometry
        .coordinates[0] ?? [];
    expect(ringBounds(ring)).toEqual([170, -20, 185, -10]);
  });

  it("is a ring of 25 km around what is only near", () => {
    const [west, south, east, north] = ringBounds(
      areas([place({ precision: "near", lat: 0, lon: 0 })]).features[0]?.geometry.coordinates[0] ?? [],
    );
    for (const degrees of [-west, -south, east, north]) expect(degrees * 111.2).toBeCloseTo(25, 0);
  });

  it("that is larger lies below", () => {
    const found = areas([
      place({ name: "small", precision: "second-level" }),
      place({ name: "large", precision: "first-level" }),
    ]);
    expect(found.features.map(({ properties }) => properties.name)).toEqual(["large", "small"]);
  });
});

it("fits what is drawn, and nothing where nothing is", () => {
  expect(bounds([place({ lat: 36, lon: 38 }), place({ lat: 33, lon: 36 })])).toEqual([36, 33, 38, 36]);
  expect(bounds([place({ precision: "country", ...nowhere })])).toBeNull();
});

it("writes what is in view as the filter takes it", () => {
  expect(bboxValue([35.123, 32.5, 42.999, 37])).toBe("35.12,32.5,43,37");
  expect(bboxValue([170, -20, 190, -10])).toBe("170,-20,-170,-10");
  expect(bboxValue([-300, -95, 300, 85])).toBe("-180,-90,180,85");
});
