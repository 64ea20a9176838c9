/** What the end of an address points at: `#claim-4f2a…` or `#span-120-164` (code points). */

export type Anchor = { claim: string } | { start: number; end: number } | null;

export function anchorOf(hash: string): Anchor {
  const claim = /^#claim-([\w-]+)$/.exec(hash);
  if (claim?.[1] !== undefined) return { claim: claim[1] };
  const span = /^#span-(\d+)-(\d+)$/.exec(hash);
  if (span === null) return null;
  const [start, end] = [Number(span[1]), Number(span[2])];
  return start < end ? { start, end } : null;
}

export function claimAnchor(claimId: string): string {
  return `#claim-${claimId}`;
}

export function spanAnchor(start: number, end: number): string {
  return `#span-${start}-${end}`;
}
