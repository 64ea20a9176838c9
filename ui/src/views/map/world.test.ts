import { readFileSync } from "node:fs";
import type { PlaceCount } from "$lib/api/pictures";
import type { MultiLineString } from "geojson";
import { describe, expect, it } from "vitest";
import { NUMERIC } from "./iso";
import { asWorld, extent, names, outlines, type Atlas } from "./world";

const json = <T>(path: string): T => JSON.parse(readFileSync(path, "utf8")) as T;
const world = asWorld(
  json<Atlas>("node_modules/world-atlas/countries-50m.json"),
  json<MultiLineString>("src/views/map/disputed.json"),
);
const country = (code: string): PlaceCount => ({
  place_id: code,
  name: code,
  country: code,
  admin1: null,
  precision: "country",
  lat: null,
  lon: null,
  extent: null,
  region: true,
  claims: 3,
  articles: 1,
  happened: 0,
  denied: 3,
  ahead: 0,
});

describe("outlines", () => {
  it("are there for every country of the list", () => {
    expect(Object.keys(NUMERIC).filter((code) => outlines([country(code)], world).features.length !== 1)).toEqual([]);
  });

  it("of a country that the map doesn't have are left to the list", () => {
    expect(outlines([country("GI")], world).features).toEqual([]);
  });

  it("carry what the place counts", () => {
    expect(outlines([country("YE")], world).features[0]?.properties).toMatchObject({
      name: "YE",
      claims: 3,
      leading: "denied",
    });
  });
});

it("the rings of every country lie flat: no side is longer than half the world, but along the pole", () => {
  const rings = world.countries.features.flatMap(({ geometry }) =>
    geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat(),
  );
  const long = rings.flatMap((ring) =>
    ring.filter(([x = 0, y = 0], i) => Math.abs(x - (ring[i - 1]?.[0] ?? x)) > 180 && y !== -90),
  );
  expect(long).toEqual([]);
});

it("a country across the antimeridian is as wide as it is", () => {
  const [west, , east] = extent("RU", world) ?? [0, 0, 0, 0];
  expect(east - west).toBeLessThan(180);
});

it("names stand inside: the middle of a box, the middle of a country's largest part", () => {
  const hama: PlaceCount = { ...country("SY"), place_id: "hama", precision: "first-level", extent: [36, 34, 38, 36] };
  const at = names([hama, country("SY")], world).features.map(({ geometry }) => geometry.coordinates);
  expect(at[0]).toEqual([37, 35]);
  expect(inside(at[1] ?? [], [35.7, 32.3, 42.4, 37.4])).toBe(true);
});

describe("disputed borders", () => {
  const near = (box: [number, number, number, number]): boolean =>
    world.disputed.coordinates.some((line) => line.some((point) => inside(point, box)));

  it.each([
    ["Kashmir", [73.5, 33, 75.5, 35.2]],
    ["the Golan Heights", [35.5, 32.6, 36, 33.4]],
    ["Western Sahara", [-13.5, 27.5, -8.5, 27.8]],
    ["Kosovo", [20.3, 42.2, 21.8, 43.3]],
    ["Crimea", [33.5, 45.7, 35, 46.3]],
    ["Donbas", [37.4, 47, 39.6, 48.8]],
    ["Abkhazia", [41.5, 42.4, 42.2, 43.2]],
    ["Somaliland", [47.9, 8, 49, 11.3]],
    ["Essequibo", [-59, 1.3, -58, 6.5]],
  ] as [string, [number, number, number, number]][])("%s is dashed", (_, box) => expect(near(box)).toBe(true));

  it("are not where none is in dispute: the Rhine, the Pyrenees", () => {
    expect(near([7, 47.5, 8.5, 49])).toBe(false);
    expect(near([-2, 42.3, 3.2, 43.4])).toBe(false);
  });
});

function inside(
  [x = 0, y = 0]: readonly number[],
  [west, south, east, north]: readonly [number, number, number, number],
): boolean {
  return x >= west && x <= east && y >= south && y <= north;
}
