/** The map's style: the world below, the places above. Names are drawn with the system's fonts; no glyph is fetched. */
import { MANNERS } from "$lib/picture/manners";
import type {
  DataDrivenPropertyValueSpecification as Driven,
  ExpressionSpecification as Expression,
  LayerSpecification as Layer,
  StyleSpecification as Style,
} from "maplibre-gl";
import { RADIUS } from "./places";
import { STEPS, type Palette } from "./sprites";
import type { World } from "./world";

const EMPTY = { type: "FeatureCollection" as const, features: [] };
/** Layers that answer to a click, the topmost first. */
export const CLICKABLE = ["dots", "areas", "outlines"];

/** The radius of a dot in whole pixels, as `radius` of places.ts has it. */
const share: Expression = ["min", 1, ["/", ["get", "claims"], ["get", "most"]]];
const radius: Expression = ["round", ["+", RADIUS.least, ["*", RADIUS.most - RADIUS.least, ["sqrt", share]]]];

/** 12, 4.9k */
const short: Expression = [
  "case",
  [">=", ["get", "claims"], 1000],
  ["concat", ["to-string", ["/", ["round", ["/", ["get", "claims"], 100]], 10]], "k"],
  ["to-string", ["get", "claims"]],
];
/** A country is named once it has room: `size` is in square degrees. */
const largeEnough = [
  "step",
  ["zoom"],
  [">", ["get", "size"], 25],
  3,
  [">", ["get", "size"], 3],
  5,
  true,
] as unknown as Expression;

export function style(world: World, palette: Palette): Style {
  const sums = Object.fromEntries(
    ["claims", ...MANNERS.map(({ key }) => key)].map((key) => [key, ["+", ["get", key]]]),
  );
  const clusterProperties = { ...sums, most: ["max", ["get", "most"]] };
  const collection = (data: GeoJSON.GeoJSON) => ({ type: "geojson" as const, data });
  return {
    version: 8,
    sources: {
      countries: collection(world.countries),
      borders: collection(world.borders),
      disputed: collection(world.disputed),
      labels: collection(world.labels),
      outlines: collection(EMPTY),
      names: collection(EMPTY),
      areas: collection(EMPTY),
      dots: { ...collection(EMPTY), cluster: true, clusterRadius: 42, clusterMaxZoom: 10, clusterProperties },
    },
    layers: [...ground(palette), ...regions(palette), ...points(palette)],
  };
}

function ground(palette: Palette): Layer[] {
  const width: Driven<number> = ["interpolate", ["linear"], ["zoom"], 1, 0.5, 6, 1.4];
  return [
    { id: "water", type: "background", paint: { "background-color": palette.water } },
    { id: "land", type: "fill", source: "countries", paint: { "fill-color": palette.land } },
    {
      id: "outlines",
      type: "fill",
      source: "outlines",
      paint: { "fill-pattern": ["concat", "fill/", ["get", "leading"]], "fill-opacity": 0.5 },
    },
    { id: "coast", type: "line", source: "countries", paint: { "line-color": palette.line, "line-width": 0.4 } },
    { id: "borders", type: "line", source: "borders", paint: { "line-color": palette.quiet, "line-width": width } },
    // Land's own colour hides the line below, so that what is disputed is dashed and nothing else.
    { id: "casing", type: "line", source: "disputed", paint: { "line-color": palette.land, "line-width": 3 } },
    {
      id: "disputed",
      type: "line",
      source: "disputed",
      paint: { "line-color": palette.quiet, "line-width": width, "line-dasharray": [3, 2.5] },
    },
    {
      id: "countries",
      type: "symbol",
      source: "labels",
      filter: largeEnough,
      layout: { ...text(["get", "name"], 11, palette), "text-padding": 6, "symbol-sort-key": ["-", ["get", "size"]] },
      paint: halo(palette.quiet, palette.land),
    },
  ];
}

function regions(palette: Palette): Layer[] {
  const near: Expression = ["==", ["get", "drawing"], "near"];
  const line = {
    "line-color": byManner(palette),
    "line-width": ["case", near, 1, 1.6] as Expression,
    "line-dasharray": [2, 2],
  };
  return [
    {
      id: "areas",
      type: "fill",
      source: "areas",
      filter: ["!", near],
      paint: { "fill-pattern": ["concat", "fill/", ["get", "leading"]], "fill-opacity": 0.45 },
    },
    { id: "edges", type: "line", source: "areas", paint: line },
    {
      id: "edges-of-outlines",
      type: "line",
      source: "outlines",
      paint: { "line-color": byManner(palette), "line-width": 1.2 },
    },
    {
      id: "picked",
      type: "line",
      source: "areas",
      filter: picked(null),
      paint: { "line-color": palette.accent, "line-width": 3 },
    },
    {
      id: "picked-outline",
      type: "line",
      source: "outlines",
      filter: picked(null),
      paint: { "line-color": palette.accent, "line-width": 3 },
    },
    {
      id: "names-of-areas",
      type: "symbol",
      source: "names",
      layout: {
        ...text(["concat", ["get", "name"], " · ", short], 12, palette),
        "text-padding": 4,
        "symbol-sort-key": ["-", ["get", "claims"]],
      },
      paint: halo(palette.ink, palette.ground),
    },
  ];
}

function points(palette: Palette): Layer[] {
  const { least, most } = RADIUS;
  const below: Expression = [
    "interpolate",
    ["linear"],
    radius,
    least,
    ["literal", [0, 0.8]],
    most,
    ["literal", [0, 2.3]],
  ];
  return [
    {
      id: "picked-dot",
      type: "circle",
      source: "dots",
      filter: picked(null),
      paint: {
        "circle-radius": ["+", radius, 4],
        "circle-color": "transparent",
        "circle-stroke-color": palette.accent,
        "circle-stroke-width": 3,
      },
    },
    {
      id: "dots",
      type: "symbol",
      source: "dots",
      layout: {
        "icon-image": [
          "concat",
          "dot",
          ...MANNERS.flatMap(({ key }): Expression[] => [["concat", "/", ["to-string", steps(key)]]]),
          "/",
          ["to-string", radius],
        ] as Expression,
        "icon-allow-overlap": true,
        ...text(["case", [">=", radius, 12], short, ""], 11, palette),
        "text-allow-overlap": true,
        "symbol-sort-key": ["-", ["get", "claims"]],
      },
      paint: { "text-color": palette.ink },
    },
    {
      id: "names",
      type: "symbol",
      source: "dots",
      filter: ["!", ["has", "point_count"]],
      layout: {
        ...text(["get", "name"], 11, palette),
        "text-anchor": "top",
        "text-offset": below,
        "text-padding": 2,
        "symbol-sort-key": ["-", ["get", "claims"]],
      },
      paint: halo(palette.ink, palette.ground),
    },
  ];
}

/** The filter of the layers that show which place is picked. */
export function picked(place: string | null): Expression {
  return ["==", ["get", "place_id"], place ?? ""];
}

function steps(manner: string): Expression {
  return ["round", ["/", ["*", STEPS, ["get", manner]], ["max", 1, ["get", "claims"]]]];
}

function byManner(palette: Palette): Expression {
  const cases = MANNERS.flatMap(({ key }) => [key, palette[key]]) as [string, string, ...string[]];
  return ["match", ["get", "leading"], ...cases, palette.quiet] as unknown as Expression;
}

function text(
  field: Expression,
  size: number,
  { fonts }: Palette,
): { "text-field": Expression; "text-font": string[]; "text-size": number } {
  return { "text-field": field, "text-font": fonts, "text-size": size };
}

function halo(
  colour: string,
  ground: string,
): { "text-color": string; "text-halo-color": string; "text-halo-width": number } {
  return { "text-color": colour, "text-halo-color": ground, "text-halo-width": 1.4 };
}
