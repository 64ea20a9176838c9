/** Who is at the desk, and of which ledger. */
import { get } from "$lib/api/client";
import type { Me } from "$lib/api/records";

class Session {
  me = $state.raw<Me | undefined>(undefined);
  error = $state.raw<Error | undefined>(undefined);

  /** Ask the server again: after signing in, and after anything that changes how much there is. */
  async refresh(): Promise<void> {
    try {
      this.me = await get("/api/me");
      this.error = undefined;
    } catch (error) {
      this.error = error as Error;
    }
  }

  /** Sign-in is wanted and nobody is signed in. */
  get locked(): boolean {
    return this.me !== undefined && this.me.accounts && !this.me.signed_in;
  }
}

export const session = new Session();
