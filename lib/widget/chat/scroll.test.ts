import { afterEach, expect, it, vi } from "vitest";
import { createScroll } from "./scroll";

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A conversation of a thousand pixels in a window of a hundred. */
function start() {
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
    },
  );
  const log = {
    scrollHeight: 1_000,
    clientHeight: 100,
    scrollTop: 900,
    scrollTo: (_: number, top: number) => {
      log.scrollTop = Math.min(top, 900);
    },
  };
  const scroll = createScroll(() => {});
  scroll.attach(log as unknown as HTMLElement);
  const scrollUp = () => {
    log.scrollTop = 100;
    scroll.moved();
  };
  return { log, scroll, scrollUp };
}

it("follows what she sends once, and leaves her where she scrolls while it is on its way", () => {
  const { log, scroll, scrollUp } = start();
  scrollUp();
  scroll.settle("m1", "a");
  expect(log.scrollTop).toBe(900);
  scrollUp();
  scroll.settle("m1", "a"); // a part of her file left
  expect(log.scrollTop).toBe(100);
  scroll.settle("m1", "b");
  expect(log.scrollTop).toBe(900);
  scrollUp();
  scroll.settle("m1", "a"); // the second was stored, the first is still there
  expect(log.scrollTop).toBe(100);
});
