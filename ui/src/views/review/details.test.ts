import { describe, expect, it } from "vitest";
import type { ClaimDetail } from "$lib/api/records";
import { Details } from "./details";

function counting(fail = false): { asked: string[]; details: Details } {
  const asked: string[] = [];
  const details = new Details(async (id) => {
    asked.push(id);
    if (fail) throw new Error("no answer");
    return { claim: { claim_id: id } } as ClaimDetail;
  });
  return { asked, details };
}

describe("details", () => {
  it("are fetched once, until they are forgotten", async () => {
    const { asked, details } = counting();
    await Promise.all([details.get("a"), details.get("a")]);
    expect(asked).toEqual(["a"]);
    details.forget("a");
    await details.get("a");
    expect(asked).toEqual(["a", "a"]);
  });

  it("are asked for again after a failure", async () => {
    const { asked, details } = counting(true);
    await expect(details.get("a")).rejects.toThrow("no answer");
    await expect(details.get("a")).rejects.toThrow("no answer");
    expect(asked).toEqual(["a", "a"]);
  });

  it("are let go, the oldest first", async () => {
    const { asked, details } = counting();
    for (const id of "abcdefghi") await details.get(id);
    await details.get("i");
    await details.get("a");
    expect(asked.join("")).toBe("abcdefghia");
  });
});
