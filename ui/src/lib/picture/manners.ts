/**
 * How a picture tells claims apart: by how the nearest voice presents the event. Each manner has a colour and a texture,
 * which `Textures.svelte` draws for SVG and `views/map/sprites.ts` for a canvas: colour is never the only cue.
 */

export const MANNERS = [
  { key: "happened", name: "happened", token: "--fact-happened", texture: "solid" },
  { key: "denied", name: "did not happen", token: "--fact-denied", texture: "hatched" },
  { key: "ahead", name: "forecast, planned or demanded", token: "--fact-ahead", texture: "dotted" },
  { key: "other", name: "statement or general", token: "--faint", texture: "faint" },
] as const;

export type Manner = (typeof MANNERS)[number]["key"];
export type Texture = (typeof MANNERS)[number]["texture"];
export type Counts = Record<Manner, number>;

/** What a place or a tick counts, as the four manners; `other` is what is left. */
export function counts(of: {
  claims: number;
  happened: number;
  denied: number;
  ahead?: number;
  forecasts?: number;
}): Counts {
  const ahead = of.ahead ?? of.forecasts ?? 0;
  return {
    happened: of.happened,
    denied: of.denied,
    ahead,
    other: Math.max(0, of.claims - of.happened - of.denied - ahead),
  };
}

/** The manner of most claims; of equals, the first. */
export function leading(of: Counts): Manner {
  return MANNERS.reduce<Manner>((best, { key }) => (of[key] > of[best] ? key : best), "happened");
}
