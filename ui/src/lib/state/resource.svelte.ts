/** Something fetched: what came, whether more is on its way, and what went wrong. */
export class Resource<T> {
  value = $state.raw<T | undefined>(undefined);
  error = $state.raw<Error | undefined>(undefined);
  pending = $state(true);
  #again = $state(0);

  /** Nothing to show yet: time for a skeleton. What came before stays while newer is on its way. */
  get empty(): boolean {
    return this.value === undefined && this.error === undefined;
  }

  again(): void {
    this.#again += 1;
  }

  /** Fetch now and whenever what `fetch` reads before its first await changes; an older answer never wins. */
  watch(fetch: (signal: AbortSignal) => Promise<T>): void {
    $effect(() => {
      void this.#again;
      const control = new AbortController();
      this.pending = true;
      fetch(control.signal).then(
        (value) => control.signal.aborted || this.#settle(value, undefined),
        (error: unknown) => control.signal.aborted || this.#settle(this.value, asError(error)),
      );
      return () => control.abort();
    });
  }

  #settle(value: T | undefined, error: Error | undefined): void {
    this.value = value;
    this.error = error;
    this.pending = false;
  }
}

/** A resource of the component that calls this while it starts. */
export function resource<T>(fetch: (signal: AbortSignal) => Promise<T>): Resource<T> {
  const made = new Resource<T>();
  made.watch(fetch);
  return made;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
