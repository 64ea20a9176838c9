/** Claims with their articles, fetched before they are shown: so that the next one is there at once. */
import { get } from "$lib/api/client";
import type { ClaimDetail } from "$lib/api/records";

const KEPT = 8;

export class Details {
  #known = new Map<string, Promise<ClaimDetail>>();

  constructor(private readonly fetch: (claim_id: string) => Promise<ClaimDetail> = fetched) {}

  /** The claim; fetched once until it is forgotten. One that failed is asked for again. */
  get(claim_id: string): Promise<ClaimDetail> {
    const known = this.#known.get(claim_id) ?? this.fetch(claim_id);
    known.catch(() => this.forget(claim_id));
    this.#known.delete(claim_id);
    this.#known.set(claim_id, known);
    for (const oldest of [...this.#known.keys()].slice(0, -KEPT)) this.#known.delete(oldest);
    return known;
  }

  /** After it changed. */
  forget(claim_id: string): void {
    this.#known.delete(claim_id);
  }
}

function fetched(claim_id: string): Promise<ClaimDetail> {
  return get("/api/claims/{claim_id}", { path: { claim_id } });
}
