import type { Attachment } from "svelte/attachments";

const waiting = new WeakMap<Element, () => void>();
let observer: IntersectionObserver | undefined;

/** Within a screen of the window, and of what scrolls inside it (`scrollMargin`, which TypeScript doesn't know yet). */
const NEAR: IntersectionObserverInit & { scrollMargin: string } = { rootMargin: "100% 0px", scrollMargin: "100% 0px" };

/** Calls back once, when the element is on the screen or within a screen of it. */
export function onceNear(seen: () => void): Attachment<Element> {
  return (element) => {
    observer ??= new IntersectionObserver(met, NEAR);
    waiting.set(element, seen);
    observer.observe(element);
    return () => observer?.unobserve(element);
  };
}

function met(entries: readonly IntersectionObserverEntry[]): void {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    observer?.unobserve(target);
    waiting.get(target)?.();
  }
}
