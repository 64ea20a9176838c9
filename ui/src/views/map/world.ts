/** The world that is shipped: Natural Earth 4.1 at 1:50m, as `world-atlas` and disputed.json have it. No tile is fetched. */
import type { PlaceCount } from "$lib/api/pictures";
import type {
  Feature,
  FeatureCollection,
  Geometry,
  MultiLineString,
  MultiPolygon,
  Point,
  Polygon,
  Position,
} from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import atlas from "world-atlas/countries-50m.json?url";
import disputedUrl from "./disputed.json?url";
import { NUMERIC } from "./iso";
import { areas, drawing, drawn, ringBounds, type Box, type Drawn } from "./places";

export const SOURCE =
  "Borders: Natural Earth 4.1 (2018), 1:50m, as held on the ground, which judges no claim. Dashed: disputed, by Natural Earth’s own lines and the edges of areas that it draws apart.";

export interface World {
  countries: FeatureCollection<Polygon | MultiPolygon, { name: string }>;
  borders: MultiLineString;
  disputed: MultiLineString;
  /** A point well inside each country's largest part, for its name; `size` in square degrees, so that large ones come first. */
  labels: FeatureCollection<Point, { name: string; size: number }>;
}

export type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

export async function world(): Promise<World> {
  const [topology, disputed] = await Promise.all([file<Atlas>(atlas), file<MultiLineString>(disputedUrl)]);
  return asWorld(topology, disputed);
}

export function asWorld(topology: Atlas, disputed: MultiLineString): World {
  const { countries } = topology.objects;
  const shapes = feature(topology, countries) as World["countries"];
  for (const shape of shapes.features) flatten(shape.geometry);
  return { countries: shapes, borders: mesh(topology, countries, (a, b) => a !== b), disputed, labels: labels(shapes) };
}

/**
 * Make the rings of a sphere, as `world-atlas` has them, rings of a flat map, in place: across the antimeridian they go
 * on beyond 180°, and one around the pole closes along it.
 */
function flatten(shape: Polygon | MultiPolygon): void {
  for (const ring of parts(shape).flatMap((part) => part.coordinates)) {
    for (let i = 1; i < ring.length; i++) {
      const [before, point] = [ring[i - 1] as Position, ring[i] as Position];
      ring[i] = [(point[0] ?? 0) + 360 * Math.round(((before[0] ?? 0) - (point[0] ?? 0)) / 360), point[1] ?? 0];
    }
    const [first, last] = [ring[0] as Position, ring.at(-1) as Position];
    if (first[0] !== last[0]) ring.push([last[0] ?? 0, -90], [first[0] ?? 0, -90], first);
  }
}

/** The outlines of the countries among the places, each with what it counts. */
export function outlines(places: readonly PlaceCount[], { countries }: World): FeatureCollection<Geometry, Drawn> {
  const features = places
    .filter((place) => drawing(place) === "outline")
    .flatMap((place) => {
      const found = outline(place.country, countries);
      return found === undefined ? [] : [{ ...found, properties: drawn(place) }];
    });
  return { type: "FeatureCollection", features };
}

/** Where the names of areas and outlines stand: in the middle of the box, or of the country's largest part. */
export function names(places: readonly PlaceCount[], { countries, labels }: World): FeatureCollection<Point, Drawn> {
  const named = areas(places).features.filter(({ properties }) => properties.drawing !== "near");
  const points = named.map(({ geometry, properties }): Feature<Point, Drawn> => {
    const [west, south, east, north] = ringBounds(geometry.coordinates[0] ?? []);
    return {
      type: "Feature",
      geometry: { type: "Point", coordinates: [(west + east) / 2, (south + north) / 2] },
      properties,
    };
  });
  const outlined = places
    .filter((place) => drawing(place) === "outline")
    .flatMap((place) => {
      const at = countries.features.indexOf(
        outline(place.country, countries) as World["countries"]["features"][number],
      );
      const label = labels.features[at];
      return label === undefined ? [] : [{ ...label, properties: drawn(place) }];
    });
  return { type: "FeatureCollection", features: [...points, ...outlined] };
}

/** The box of a country's outline. Islands on the far side of the antimeridian count from the side of the mainland. */
export function extent(country: string | null, { countries }: World): Box | null {
  const found = outline(country, countries);
  if (found === undefined) return null;
  const boxes = parts(found.geometry).map((part) => ringBounds(part.coordinates[0] ?? []));
  const [west, , east] = boxes.reduce((best, box) => (box[2] - box[0] > best[2] - best[0] ? box : best));
  return ringBounds(
    boxes.flatMap((box) => {
      const shift = 360 * Math.round(((west + east) / 2 - (box[0] + box[2]) / 2) / 360);
      return [
        [box[0] + shift, box[1]],
        [box[2] + shift, box[3]],
      ];
    }),
  );
}

function outline(
  country: string | null,
  countries: World["countries"],
): World["countries"]["features"][number] | undefined {
  const key = NUMERIC[country ?? ""];
  return key === undefined
    ? undefined
    : countries.features.find((found) => found.id === key || found.properties.name === key);
}

function labels(countries: World["countries"]): World["labels"] {
  const features = countries.features.map((country): Feature<Point, { name: string; size: number }> => {
    const [at, size] = parts(country.geometry)
      .map((part) => middle(part.coordinates[0] ?? []))
      .reduce((best, part) => (part[1] > best[1] ? part : best));
    return {
      type: "Feature",
      geometry: { type: "Point", coordinates: at },
      properties: { name: country.properties.name, size },
    };
  });
  return { type: "FeatureCollection", features };
}

/** The centre of mass of a ring, and its area in square degrees. */
function middle(ring: readonly Position[]): [Position, number] {
  let [x, y, area] = [0, 0, 0];
  for (let i = 1; i < ring.length; i++) {
    const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [ring[i - 1] as Position, ring[i] as Position];
    const cross = ax * by - bx * ay;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
    area += cross;
  }
  return [[x / (3 * area), y / (3 * area)], Math.abs(area) / 2];
}

function parts(shape: Polygon | MultiPolygon): Polygon[] {
  if (shape.type === "Polygon") return [shape];
  return shape.coordinates.map((coordinates) => ({ type: "Polygon", coordinates }));
}

async function file<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error("The map of the world didn’t come. Is sayso serve still running?");
  return (await response.json()) as T;
}
