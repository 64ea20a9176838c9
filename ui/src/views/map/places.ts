/** How each place is drawn: never more precisely than it is known, and never as a pin in a capital. */
import type { PlaceCount } from "$lib/api/pictures";
import { counts, leading, type Counts, type Manner } from "$lib/picture/manners";
import { geoCircle } from "d3-geo";
import type { Feature, FeatureCollection, Point, Polygon, Position } from "geojson";

/** West, south, east and north in degrees; east beyond 180° across the antimeridian. */
export type Box = [number, number, number, number];

/**
 * `dot`: a point of its own. `near`: a point with a ring of 25 km. `area`: the box that a region lies in. `ring`: a
 * region of which only the centre is known. `outline`: a country. `none`: a sea, or a region without a box.
 */
export type Drawing = "dot" | "near" | "area" | "ring" | "outline" | "none";

export interface Drawn extends Counts {
  place_id: string;
  name: string;
  claims: number;
  /** The most claims that one dot has: the measure of their sizes. */
  most: number;
  leading: Manner;
  drawing: Drawing;
}

export const DEGREES_PER_KM = 1 / 111.2;
/** “Near” means within about 25 km (UCDP GED: where_prec 2). */
export const NEAR_KM = 25;
/** Nominal: a ring says “somewhere around here”, not how large the region is. */
const RING_KM: Readonly<Record<string, number>> = { "second-level": 20, "first-level": 60 };

/** Of a dot, in pixels. Its area grows with the claims, up to the most that one place has. */
export const RADIUS = { least: 7, most: 24 } as const;

export function radius({ claims, most }: Drawn): number {
  return RADIUS.least + (RADIUS.most - RADIUS.least) * Math.sqrt(Math.min(1, claims / most));
}

export function drawing(place: PlaceCount): Drawing {
  const known = place.lat !== null && place.lon !== null;
  if (known && place.precision === "exact") return "dot";
  if (known && place.precision === "near") return "near";
  if (place.extent !== null) return "area";
  if (known) return "ring";
  return place.country !== null && place.precision !== "international" ? "outline" : "none";
}

export function drawn(place: PlaceCount, most = place.claims): Drawn {
  const { place_id, name, claims } = place;
  const of = counts(place);
  return { place_id, name, claims, most, ...of, leading: leading(of), drawing: drawing(place) };
}

/** The points, with what they count; clusters add it up. */
export function dots(places: readonly PlaceCount[]): FeatureCollection<Point, Drawn> {
  return collection(
    places.filter((place) => ["dot", "near"].includes(drawing(place))),
    (place) => ({ type: "Point", coordinates: [place.lon ?? 0, place.lat ?? 0] }),
  );
}

/** The boxes and rings, with the rings around what is only near. The largest come first, so that none is covered. */
export function areas(places: readonly PlaceCount[]): FeatureCollection<Polygon, Drawn> {
  const found = collection(
    places.filter((place) => ["near", "area", "ring"].includes(drawing(place))),
    (place) => (drawing(place) === "area" ? box(place.extent ?? [0, 0, 0, 0]) : ring(place)),
  );
  found.features.sort((a, b) => height(b.geometry) - height(a.geometry));
  return found;
}

/** The box of all that is drawn, outlines apart. */
export function bounds(places: readonly PlaceCount[]): Box | null {
  const points = dots(places).features.map((dot) => dot.geometry.coordinates);
  const rings = areas(places).features.flatMap((area) => area.geometry.coordinates[0] ?? []);
  return points.length + rings.length === 0 ? null : ringBounds([...points, ...rings]);
}

export function ringBounds(ring: readonly Position[]): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = 0, y = 0] of ring) {
    [box[0], box[1]] = [Math.min(box[0], x), Math.min(box[1], y)];
    [box[2], box[3]] = [Math.max(box[2], x), Math.max(box[3], y)];
  }
  return box;
}

/** What a filter's `bbox` holds: four degrees with two decimals, the longitudes between -180 and 180. */
export function bboxValue([west, south, east, north]: Box): string {
  if (east - west >= 360) return [-180, clamp(south), 180, clamp(north)].map(short).join(",");
  return [wrap(west), clamp(south), wrap(east), clamp(north)].map(short).join(",");
}

function collection<Shape extends Point | Polygon>(
  places: readonly PlaceCount[],
  shape: (place: PlaceCount) => Shape,
): FeatureCollection<Shape, Drawn> {
  const most = places.reduce((most, place) => Math.max(most, place.claims), 1);
  const features = places.map((place): Feature<Shape, Drawn> => ({
    type: "Feature",
    geometry: shape(place),
    properties: drawn(place, most),
  }));
  return { type: "FeatureCollection", features };
}

function ring(place: PlaceCount): Polygon {
  const km = place.precision === "near" ? NEAR_KM : (RING_KM[place.precision ?? ""] ?? NEAR_KM);
  return geoCircle()
    .center([place.lon ?? 0, place.lat ?? 0])
    .radius(km * DEGREES_PER_KM)();
}

function box([west, south, east, north]: Box): Polygon {
  const end = east < west ? east + 360 : east;
  return {
    type: "Polygon",
    coordinates: [
      [
        [west, south],
        [end, south],
        [end, north],
        [west, north],
        [west, south],
      ],
    ],
  };
}

function height(area: Polygon): number {
  const [, south, , north] = ringBounds(area.coordinates[0] ?? []);
  return north - south;
}

const wrap = (degrees: number): number => ((((degrees + 180) % 360) + 360) % 360) - 180;
const clamp = (degrees: number): number => Math.max(-90, Math.min(90, degrees));
const short = (degrees: number): string => String(Math.round(degrees * 100) / 100);
