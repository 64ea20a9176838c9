import { expect, it } from "vitest";
import type { Claim, Voice } from "$lib/api/records";
import { isOwn, nameOf, quoted } from "./chain";

const voice = (text: string | null, cue: string | null, same_as: string | null = null): Voice =>
  ({
    text,
    cue: cue === null ? null : { start: 0, end: cue.length, text: cue },
    same_as: same_as === null ? null : { start: 0, end: same_as.length, text: same_as },
  }) as Voice;

it("a chain ends with the article's own voice, which nobody quotes", () => {
  const chain = { voices: [voice("the mayor", "said"), voice("Reuters", "according to"), voice(null, null)] } as Claim;
  expect(quoted(chain).map(nameOf)).toEqual(["the mayor", "Reuters"]);
});

it("a pronoun says whom it stands for; a cue may stand without a source", () => {
  expect(nameOf(voice("he", "said", "the mayor"))).toBe("he [the mayor]");
  expect(nameOf(voice("the mayor", "said", "the mayor"))).toBe("the mayor");
  const rumour = voice(null, "reportedly");
  expect([isOwn(rumour), nameOf(rumour)]).toEqual([false, null]);
});
