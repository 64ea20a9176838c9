import { describe, expect, it } from "vitest";
import type { ClaimRow, Decision } from "$lib/api/records";
import { type Order, type Outcome, Session } from "./session.svelte";

/** A server with so many claims, which answers as it is told to. */
class Desk {
  sent: Order[] = [];
  undone: number[] = [];
  answer: (order: Order) => Outcome = () => ({ kept: decision(this.sent.length), claim: null });

  constructor(private readonly claims: number) {}

  async queue(limit: number): Promise<ClaimRow[]> {
    const open = rows(this.claims).filter((row) => !this.sent.some((order) => order.claim_id === row.claim.claim_id));
    return open.slice(0, limit);
  }

  async decide(order: Order): Promise<Outcome> {
    this.sent.push(order);
    return this.answer(order);
  }

  async undo(number: number): Promise<void> {
    this.undone.push(number);
  }
}

function rows(count: number): ClaimRow[] {
  return Array.from({ length: count }, (_, at) => ({ claim: { claim_id: `c${at}` } }) as ClaimRow);
}

function decision(number: number): Decision {
  return { number, verdict: "accept", reviewer: "ada" } as Decision;
}

async function at(desk: Desk): Promise<Session> {
  const session = new Session(desk, undefined, 6);
  await session.more();
  return session;
}

const shown = (session: Session) => session.current?.claim.claim_id;

describe("a session", () => {
  it("shows the next claim at once and sends the decision behind it", async () => {
    const desk = new Desk(3);
    const session = await at(desk);
    session.decide("accept");
    expect(shown(session)).toBe("c1");
    expect(session.recent[0]?.state).toBe("sending");
    await session.idle();
    expect(desk.sent).toEqual([{ claim_id: "c0", verdict: "accept" }]);
    expect(session.recent[0]).toMatchObject({ state: "kept", number: 1 });
  });

  it("walks the whole queue, each claim once, and then shows none", async () => {
    const desk = new Desk(15);
    const session = await at(desk);
    const seen: (string | undefined)[] = [];
    while (session.current !== null) {
      seen.push(shown(session));
      if (seen.length % 4 === 0) session.move(1);
      else session.decide("reject");
      await session.idle();
      await session.more();
    }
    expect(seen).toEqual(rows(15).map((row) => row.claim.claim_id));
  });

  it("takes back the last decision and shows its claim again, even one that is on its way", async () => {
    const desk = new Desk(5);
    const session = await at(desk);
    session.decide("accept");
    session.decide("reject");
    session.undo();
    expect(shown(session)).toBe("c1");
    await session.idle();
    expect(desk.undone).toEqual([2]);
    session.undo();
    await session.idle();
    expect(shown(session)).toBe("c0");
    expect(desk.undone).toEqual([2, 1]);
    expect(session.deedOf("c0")).toBeNull();
  });

  it("names the last decision that the person saw, their own included", async () => {
    const desk = new Desk(5);
    const session = await at(desk);
    session.decide("accept");
    await session.idle();
    session.move(-1);
    session.decide("reject");
    session.decide("accept", { shown: 5 });
    await session.idle();
    expect(desk.sent.slice(1)).toEqual([
      { claim_id: "c0", verdict: "reject", seen: 1 },
      { claim_id: "c1", verdict: "accept", seen: 5 },
    ]);
  });

  it("keeps a decision that failed, with the reason, until it is sent again", async () => {
    const desk = new Desk(5);
    const session = await at(desk);
    desk.answer = () => {
      throw new Error("The server did not answer.");
    };
    session.decide("accept");
    await session.idle();
    const [deed] = session.recent;
    expect(deed).toMatchObject({ state: "failed", message: "The server did not answer." });
    desk.answer = () => ({ kept: decision(7), claim: null });
    session.retry(deed!);
    await session.idle();
    expect(deed).toMatchObject({ state: "kept", number: 7, message: "" });
  });

  it("shows the decision that came in between, and lets one choose", async () => {
    const desk = new Desk(5);
    const session = await at(desk);
    desk.answer = (order) => (order.seen === 9 ? { kept: decision(10), claim: null } : { conflict: decision(9) });
    session.decide("reject");
    session.decide("reject");
    await session.idle();
    const [second, first] = session.recent;
    expect(first).toMatchObject({ state: "conflict", other: { number: 9 } });
    session.retry(first!);
    session.drop(second!);
    await session.idle();
    expect([first!.state, second!.state]).toEqual(["kept", "undone"]);
  });

  it("shows the last ten decisions", async () => {
    const session = await at(new Desk(30));
    for (let count = 0; count < 12; count++) {
      session.decide("accept");
      await session.idle();
      await session.more();
    }
    expect(session.recent.map((deed) => deed.row.claim.claim_id)).toEqual(
      Array.from({ length: 10 }, (_, back) => `c${11 - back}`),
    );
  });
});
