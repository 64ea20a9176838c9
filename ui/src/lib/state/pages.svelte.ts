/** A long list, fetched a page at a time by the API's cursor. */
import type { Page } from "$lib/api/records";

type Fetch<Row> = (after: string | null, signal: AbortSignal) => Promise<Page<Row>>;

export class Pages<Row> {
  rows = $state.raw<readonly Row[]>([]);
  total = $state<number | undefined>(undefined);
  error = $state.raw<Error | undefined>(undefined);
  pending = $state(true);
  #next = $state<string | null>(null);
  #again = $state(0);
  #fetch: Fetch<Row> | undefined;
  #control = new AbortController();

  /** Fetch the first page now and whenever what `fetch` reads before its first await changes. */
  watch(fetch: Fetch<Row>): void {
    this.#fetch = fetch;
    $effect(() => {
      void this.#again;
      this.#control = new AbortController();
      void this.#take(fetch(null, this.#control.signal), true);
      return () => this.#control.abort();
    });
  }

  get done(): boolean {
    return this.#next === null;
  }

  /** Nothing to show yet. */
  get empty(): boolean {
    return this.total === undefined && this.error === undefined;
  }

  /** Fetch the next page, once at a time. */
  async more(): Promise<void> {
    if (this.pending || this.#next === null || this.#fetch === undefined) return;
    await this.#take(this.#fetch(this.#next, this.#control.signal), false);
  }

  again(): void {
    this.#again += 1;
  }

  async #take(coming: Promise<Page<Row>>, first: boolean): Promise<void> {
    const { signal } = this.#control;
    this.pending = true;
    try {
      const page = await coming;
      if (signal.aborted) return;
      this.rows = first ? page.rows : [...this.rows, ...page.rows];
      this.total = page.total;
      this.#next = page.next;
      this.error = undefined;
    } catch (error) {
      if (signal.aborted) return;
      this.error = error as Error;
    }
    this.pending = false;
  }
}

/** Pages of the component that calls this while it starts. */
export function pages<Row>(fetch: Fetch<Row>): Pages<Row> {
  const made = new Pages<Row>();
  made.watch(fetch);
  return made;
}
