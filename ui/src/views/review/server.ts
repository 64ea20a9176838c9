/** The server as a session of review asks it, over one queue. */
import { ApiError, get, post, remove } from "$lib/api/client";
import type { Decision } from "$lib/api/records";
import type { Order, Outcome, Server } from "./session.svelte";

export function serverOf(query: URLSearchParams): Server {
  return {
    async queue(limit) {
      const asked = new URLSearchParams(query);
      asked.set("limit", String(limit));
      return (await get("/api/queue", { query: asked })).rows;
    },
    decide,
    async undo(number) {
      await remove("/api/decisions/{number}", { path: { number } });
    },
  };
}

async function decide(order: Order): Promise<Outcome> {
  try {
    const { decision, claim } = await post("/api/decisions", order);
    return { kept: decision, claim };
  } catch (error) {
    const other = conflicting(error);
    if (other !== null) return { conflict: other };
    throw error;
  }
}

function conflicting(error: unknown): Decision | null {
  if (!(error instanceof ApiError) || error.status !== 409) return null;
  return (error.body as { decision?: Decision }).decision ?? null;
}
