/** What the map, the timeline and the network read. Coordinates are decimal degrees (WGS 84). */
import type { components } from "./schema";

type Schemas = components["schemas"];

export type PlaceCount = Schemas["PlaceCount"];
export type Timeline = Schemas["Timeline"];
export type Tick = Schemas["Tick"];
export type Network = Schemas["Network"];
export type Node = Schemas["Node"];
/** From an actor to a recipient, or from who quotes to who is quoted. `types` counts claims by event type, or by stance. */
export type Edge = Schemas["Edge"];

export const PERIODS = ["day", "month", "year"] as const;
export type Period = (typeof PERIODS)[number];
