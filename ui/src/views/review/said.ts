/** Verdicts in the past tense, for "you accepted it". */
import type { Verdict } from "$lib/api/work";

const SAID: Record<Verdict, string> = { accept: "accepted", reject: "rejected", edit: "changed", add: "added" };

export function said(verdict: Verdict): string {
  return SAID[verdict];
}

/** "2026-11-23T03:04:05+00:00" as "2026-11-23 03:04 UTC". */
export function moment(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}
