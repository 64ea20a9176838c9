/** A person at work on a queue of claims: what is shown, what was decided, what is still on its way to the server.
 *
 * A decision shows the next claim at once and is sent behind it, one after the other, so that the server sees them in
 * the order in which they were made. One that fails stays in the list with the reason until it is sent again or dropped.
 */

import type { Claim, ClaimRow, Decision } from "$lib/api/records";
import type { Edit, Verdict } from "$lib/api/work";

export interface Order {
  claim_id: string;
  verdict: Verdict;
  edit?: Edit;
  seen?: number;
}

/** What came of an order: the decision as kept, or the one by the same person that came in between. */
export type Outcome = { kept: Decision; claim: Claim | null } | { conflict: Decision };

/** What a session asks of the server. Each refuses with an Error whose message is one plain sentence. */
export interface Server {
  queue(limit: number): Promise<ClaimRow[]>;
  decide(order: Order): Promise<Outcome>;
  undo(number: number): Promise<void>;
}

export type State = "sending" | "kept" | "failed" | "conflict" | "undone";

/** One decision of this session. `number` is the server's, once it has kept it. */
export class Deed {
  state = $state<State>("sending");
  number = $state<number | null>(null);
  message = $state("");
  other = $state.raw<Decision | null>(null);

  constructor(
    readonly key: number,
    readonly row: ClaimRow,
    readonly verdict: Verdict,
    readonly edit: Edit | undefined,
  ) {}

  /** Whether it holds or is about to. */
  get stands(): boolean {
    return this.state === "sending" || this.state === "kept";
  }
}

export class Session {
  rows = $state.raw<ClaimRow[]>([]);
  at = $state(0);
  deeds = $state.raw<Deed[]>([]);
  loading = $state(false);
  message = $state("");
  #exhausted = false;
  #line: Promise<void> = Promise.resolve();

  constructor(
    private readonly server: Server,
    private readonly settled: (claim_id: string) => void = () => {},
    private readonly batch = 20,
  ) {}

  get current(): ClaimRow | null {
    return this.rows[this.at] ?? null;
  }

  /** The last ten decisions, newest first. */
  get recent(): Deed[] {
    return this.deeds.slice(0, 10);
  }

  /** What this session decided about a claim; null where nothing stands. */
  deedOf(claim: string): Deed | null {
    return this.deeds.find((deed) => deed.row.claim.claim_id === claim && deed.stands) ?? null;
  }

  /** Fetches the next claims of the queue that this session has not seen. */
  async more(): Promise<void> {
    if (this.loading || this.#exhausted) return;
    this.loading = true;
    this.message = "";
    try {
      const seen = new Set(this.rows.map((row) => row.claim.claim_id));
      const open = this.rows.filter((row) => this.deedOf(row.claim.claim_id)?.state !== "kept");
      const limit = open.length + this.batch;
      const found = await this.server.queue(limit);
      this.#exhausted = found.length < limit;
      this.rows = [...this.rows, ...found.filter((row) => !seen.has(row.claim.claim_id))];
    } catch (error) {
      this.message = sentence(error);
    } finally {
      this.loading = false;
    }
  }

  /** Decides about the claim that is shown, as it stood at decision `shown`, and shows the next one. */
  decide(verdict: Verdict, { edit, shown }: { edit?: Edit; shown?: number } = {}): void {
    const row = this.current;
    if (row === null) return;
    const deed = new Deed(this.deeds.length, row, verdict, edit);
    const own = this.deedOf(row.claim.claim_id)?.number ?? shown;
    const seen = own === undefined ? undefined : Math.max(own, shown ?? 0);
    this.deeds = [deed, ...this.deeds];
    this.#send(deed, seen);
    this.#onward();
  }

  /** Moves through the queue without deciding. */
  move(by: number): void {
    this.at = Math.min(Math.max(this.at + by, 0), this.rows.length);
    this.#refill();
  }

  /** Takes back a decision, the last one that stands if none is named, and shows its claim again. */
  undo(deed: Deed | undefined = this.deeds.find((one) => one.stands)): void {
    if (deed === undefined) return;
    const at = this.rows.indexOf(deed.row);
    if (at >= 0) this.at = at;
    this.#queued(
      async () => {
        if (deed.number !== null) await this.server.undo(deed.number);
        deed.state = "undone";
      },
      (why) => (deed.message = why),
      deed,
    );
  }

  /** Sends a decision again: after a failure, or over the one that came in between. */
  retry(deed: Deed): void {
    const seen = deed.other?.number;
    deed.state = "sending";
    deed.other = null;
    this.#send(deed, seen);
  }

  /** Lets go of a decision that was not kept; another's that came in between stands. */
  drop(deed: Deed): void {
    deed.state = "undone";
  }

  /** Settles when all that was decided has been answered. */
  idle(): Promise<void> {
    return this.#line;
  }

  #send(deed: Deed, seen: number | undefined): void {
    const order: Order = { claim_id: deed.row.claim.claim_id, verdict: deed.verdict };
    if (deed.edit !== undefined) order.edit = deed.edit;
    if (seen !== undefined) order.seen = seen;
    this.#queued(
      async () => this.#answered(deed, await this.server.decide(order)),
      (why) => {
        deed.message = why;
        deed.state = "failed";
      },
      deed,
    );
  }

  #answered(deed: Deed, outcome: Outcome): void {
    deed.message = "";
    if ("conflict" in outcome) {
      deed.other = outcome.conflict;
      deed.state = "conflict";
    } else {
      deed.number = outcome.kept.number;
      deed.state = "kept";
    }
  }

  /** Puts work behind all that waits. */
  #queued(work: () => Promise<void>, failed: (why: string) => void, { row }: Deed): void {
    this.#line = this.#line
      .then(work)
      .catch((error: unknown) => failed(sentence(error)))
      .then(() => this.settled(row.claim.claim_id));
  }

  #onward(): void {
    const rest = this.rows.findIndex((row, at) => at > this.at && this.deedOf(row.claim.claim_id) === null);
    this.at = rest < 0 ? this.rows.length : rest;
    this.#refill();
  }

  #refill(): void {
    if (this.at > this.rows.length - 5) void this.more();
  }
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
