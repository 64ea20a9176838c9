import { expect, it } from "vitest";
import { fitting } from "./names";

const name = (text: string, x: number, always = false) => ({ text, x, y: 0, always });

it("a name gives way to the one before it, unless it must be shown", () => {
  expect(fitting([name("Aleppo", 0), name("Manbij", 20), name("Idlib", 90)]).map(({ text }) => text)).toEqual([
    "Aleppo",
    "Idlib",
  ]);
  expect(fitting([name("Aleppo", 0), name("Manbij", 20, true)])).toHaveLength(2);
});

it("what gave way takes no room", () => {
  expect(fitting([name("Aleppo", 0), name("Manbij", 30), name("Raqqa", 60)]).map(({ text }) => text)).toEqual([
    "Aleppo",
    "Raqqa",
  ]);
});
