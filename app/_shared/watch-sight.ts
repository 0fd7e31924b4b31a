/**
 * Tells whether an element stands in sight of the window, at first and whenever that changes; `margin` (CSS pixels)
 * counts as in sight too. Several changes may be told at once, of which the last is how it is. Returns the way to stop.
 */
export function watchSight(element: Element, tell: (inSight: boolean) => void, margin = 0): () => void {
  const observer = new IntersectionObserver((changes) => tell(changes.at(-1)?.isIntersecting === true), {
    rootMargin: `${margin}px`,
  });
  observer.observe(element);
  return () => observer.disconnect();
}
