/** A claim's chain of voices in words, and what a voice is called. */
import type { Claim, Voice } from "$lib/api/records";

/** The voices but the article's own, nearest first. */
export function quoted(claim: Claim): Voice[] {
  return claim.voices.filter((voice) => !isOwn(voice));
}

/** Whether it is the article's own voice: it has neither words nor a cue. */
export function isOwn(voice: Voice): boolean {
  return voice.text === null && voice.cue === null;
}

/** The voice's words; what a pronoun stands for in brackets; null where only a cue stands ("reportedly"). */
export function nameOf(voice: Voice): string | null {
  if (voice.text === null) return null;
  return voice.same_as === null || voice.same_as.text === voice.text ? voice.text : `${voice.text} [${voice.same_as.text}]`;
}
