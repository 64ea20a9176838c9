/** The map as SVG, for a report: the same world and places as on the canvas, in the same projection and section. */
import type { PlaceCount } from "$lib/api/pictures";
import { geoMercator, geoPath, type GeoPermissibleObjects } from "d3-geo";
import { MANNERS } from "$lib/picture/manners";
import { fitting, type Name } from "$lib/picture/names";
import type { Position } from "geojson";
import { areas, dots, radius } from "./places";
import { arcs } from "./sprites";
import { names, outlines, type World } from "./world";

const NS = "http://www.w3.org/2000/svg";

export interface Section {
  center: [number, number];
  /** MapLibre's: the world is 512 pixels wide at 0. */
  zoom: number;
  width: number;
  height: number;
}

/** An `svg` with classes; `View.svelte` has the colours. Dots aren't clustered: a picture has no second look. */
export function draw(world: World, places: readonly PlaceCount[], section: Section): SVGSVGElement {
  const { center, zoom, width, height } = section;
  const projection = geoMercator()
    .center(center)
    .scale((512 * 2 ** zoom) / (2 * Math.PI))
    .translate([width / 2, height / 2])
    .clipExtent([
      [-10, -10],
      [width + 10, height + 10],
    ])
    .precision(0.3);
  const path = geoPath(projection).digits(1);
  const svg = element("svg", { width, height, viewBox: `0 0 ${width} ${height}` }) as SVGSVGElement;
  const line = (shape: GeoPermissibleObjects, attributes: Record<string, string>): void => {
    const d = path(shape);
    if (d !== null) svg.append(element("path", { d, ...attributes }));
  };
  svg.append(element("rect", { width, height, class: "water" }));
  line(world.countries, { class: "land" });
  for (const country of outlines(places, world).features)
    line(country, { class: `outline ${country.properties.leading}`, ...fill(country.properties.leading) });
  line(world.borders, { class: "border" });
  line(world.disputed, { class: "casing" });
  line(world.disputed, { class: "disputed" });
  for (const { geometry, properties } of areas(places).features) {
    // d3 reads rings clockwise: a ring drawn the other way is the whole world but the ring.
    const drawn = { type: "LineString" as const, coordinates: geometry.coordinates[0] ?? [] };
    line(drawn, {
      class: `area ${properties.leading}`,
      ...(properties.drawing === "near" ? { fill: "none" } : fill(properties.leading)),
    });
  }
  const labels: Name[] = [];
  const inside = (point: Position): [number, number] | null => {
    const at = projection(point as [number, number]);
    return at === null || at[0] < 0 || at[1] < 0 || at[0] > width || at[1] > height ? null : at;
  };
  for (const { geometry, properties } of dots(places).features) {
    const at = inside(geometry.coordinates);
    const r = radius(properties);
    if (at === null) continue;
    const shares = MANNERS.map(({ key }) => properties[key]);
    svg.append(pie(shares, at, r));
    labels.push({ text: properties.name, x: at[0], y: at[1] + r + 1 });
  }
  for (const { geometry, properties } of names(places, world).features) {
    const at = inside(geometry.coordinates);
    if (at !== null) labels.push({ text: `${properties.name} · ${properties.claims}`, x: at[0], y: at[1] - 6 });
  }
  svg.append(...fitting(labels).map(({ text, x, y }) => words(text, x, y + 10)));
  return svg;
}

function fill(manner: string): Record<string, string> {
  return { fill: `url(#texture-${manner})` };
}

function pie(shares: readonly number[], [x, y]: readonly [number, number], radius: number): SVGElement {
  const group = element("g", { transform: `translate(${x.toFixed(1)},${y.toFixed(1)})` });
  arcs(shares).forEach(([from, to], i) => {
    const manner = MANNERS[i]?.key ?? "other";
    if (to - from < 0.001) return;
    const whole = to - from > 2 * Math.PI - 0.001;
    const d = whole
      ? circle(radius)
      : `M0,0L${point(from, radius)}A${radius},${radius} 0 ${to - from > Math.PI ? 1 : 0} 1 ${point(to, radius)}Z`;
    group.append(element("path", { d, class: `dot ${manner}`, ...fill(manner) }));
  });
  group.append(element("circle", { r: radius * 0.5, class: "hole" }));
  return group;
}

const point = (angle: number, radius: number): string =>
  `${(radius * Math.cos(angle)).toFixed(1)},${(radius * Math.sin(angle)).toFixed(1)}`;
const circle = (r: number): string => `M${r},0A${r},${r} 0 1 1 ${-r},0A${r},${r} 0 1 1 ${r},0Z`;

function words(text: string, x: number, y: number): SVGElement {
  const made = element("text", { x, y, class: "name", "text-anchor": "middle" });
  made.textContent = text;
  return made;
}

function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made as SVGElement;
}
