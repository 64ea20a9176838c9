/** How much of an article to show around a claim. */
import type { Article } from "$lib/api/records";
import type { Stretch } from "./words";

/** Code points to either side of a claim in a paragraph that is too long to be shown whole. */
const AROUND = 400;

/** The paragraphs that a claim reaches into; of long ones only what stands near it. */
export function contextOf(article: Pick<Article, "paragraphs">, claim: Stretch): Stretch {
  const reached = article.paragraphs.filter(({ start, end }) => start < claim.end && claim.start < end);
  const start = Math.min(claim.start, ...reached.map((paragraph) => paragraph.start));
  const end = Math.max(claim.end, ...reached.map((paragraph) => paragraph.end));
  return { start: Math.max(start, claim.start - AROUND), end: Math.min(end, claim.end + AROUND) };
}

/** The stretch with the paragraph before and the one after it. */
export function wider(article: Pick<Article, "paragraphs">, { start, end }: Stretch): Stretch {
  const before = article.paragraphs.findLast((paragraph) => paragraph.start < start);
  const after = article.paragraphs.find((paragraph) => paragraph.end > end);
  return { start: before?.start ?? start, end: after?.end ?? end };
}
