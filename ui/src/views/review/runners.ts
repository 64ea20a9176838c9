/** What the names of a claim may mean besides: the runners-up that the number keys pick. */
import type { Candidate, Claim, Resolution } from "$lib/api/records";

export interface Name {
  kind: "place" | "actor";
  resolution: Resolution;
  /** The number key of its first runner-up. */
  first: number;
}

export interface Pick {
  kind: "place" | "actor";
  text: string;
  candidate: Candidate;
}

/** The claim's places, actors, recipients and sources that have runners-up, in that order, each name once. */
export function namesOf(claim: Claim, resolutions: readonly Resolution[]): Name[] {
  const { places = [], actors = [], recipients = [] } = claim.event ?? {};
  const spans = [...places, ...actors, ...recipients, ...claim.voices];
  const found = new Map<string, Name>();
  let first = 1;
  for (const resolution of spans.flatMap((span) => at(resolutions, span))) {
    const { kind, text, others } = resolution;
    if (kind === "moment" || others.length === 0 || found.has(`${kind} ${text}`)) continue;
    found.set(`${kind} ${text}`, { kind, resolution, first });
    first += others.length;
  }
  return [...found.values()];
}

/** What the keys 1 to 9 pick, in order. */
export function pickable(claim: Claim, resolutions: readonly Resolution[]): Pick[] {
  return namesOf(claim, resolutions)
    .flatMap(({ kind, resolution }) =>
      resolution.others.map((candidate) => ({ kind, text: resolution.text, candidate })),
    )
    .slice(0, 9);
}

function at(resolutions: readonly Resolution[], span: { start: number | null; end: number | null }): Resolution[] {
  return resolutions.filter((one) => one.start === span.start && one.end === span.end);
}
