/** A person's word on what a name means, kept at once and told with a way back. */
import { post, remove } from "$lib/api/client";
import type { NewCorrection } from "$lib/api/work";
import { notes } from "$lib/state/notes.svelte";

/** Keeps a correction; says so, or why not. Answers whether it was kept. */
export async function correct(correction: NewCorrection, means: string | null, undone = (): void => {}): Promise<boolean> {
  try {
    const { number } = await post("/api/corrections", correction);
    const where = correction.article_id === null ? "everywhere" : "in this article";
    const says = `“${correction.text}” means ${means ?? `no ${correction.kind} that is known`} ${where}.`;
    notes.show(says, "plain", { label: "Undo", run: () => void takeBack(number, undone) });
    return true;
  } catch (error) {
    notes.show((error as Error).message, "bad");
    return false;
  }
}

/** Takes a correction back: its names are looked up again. */
export async function takeBack(number: number, undone = (): void => {}): Promise<void> {
  try {
    await remove("/api/corrections/{number}", { path: { number } });
    undone();
  } catch (error) {
    notes.show((error as Error).message, "bad");
  }
}
