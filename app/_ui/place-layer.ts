const GAP = 6;
const EDGE = 8;

export type Side = "top" | "bottom" | "left" | "right";
export type Align = "start" | "center" | "end";

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(value, most));

/** Along one line: where `size` starts beside the stretch from `near` to `far`, before it or after it, wherever there is room. */
function beside(near: number, far: number, size: number, room: number, before: boolean): number {
  const [first, second] = [near - GAP - size, far + GAP];
  const fits = (start: number) => start >= EDGE && start + size <= room - EDGE;
  if (before) return fits(first) || !fits(second) ? first : second;
  return fits(second) || !fits(first) ? second : first;
}

function along(near: number, far: number, size: number, align: Align): number {
  if (align === "start") return near;
  return align === "end" ? far - size : (near + far - size) / 2;
}

/** Puts a fixed layer beside what it belongs to, on the wished side where there is room, and never off the screen. */
export function placeLayer(layer: HTMLElement, anchor: Element, side: Side, align: Align): void {
  const box = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = layer;
  const across = side === "left" || side === "right";
  const before = side === "left" || side === "top";
  const x = across ? beside(box.left, box.right, width, innerWidth, before) : along(box.left, box.right, width, align);
  const y = across
    ? along(box.top, box.bottom, height, align)
    : beside(box.top, box.bottom, height, innerHeight, before);
  layer.style.left = `${clamp(x, EDGE, innerWidth - width - EDGE)}px`;
  layer.style.top = `${clamp(y, EDGE, innerHeight - height - EDGE)}px`;
}
