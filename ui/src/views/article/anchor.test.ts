import { expect, it } from "vitest";
import { anchorOf, claimAnchor, spanAnchor } from "./anchor";

it("an address can point at a claim or at words", () => {
  expect(anchorOf(claimAnchor("4f2a"))).toEqual({ claim: "4f2a" });
  expect(anchorOf(spanAnchor(120, 164))).toEqual({ start: 120, end: 164 });
});

it.each(["", "#", "#claim-", "#claim-<b>", "#span-9-3", "#span-3", "#token=x"])("%s points at nothing", (hash) => {
  expect(anchorOf(hash)).toBeNull();
});
