"use client";

import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from "react";
import { movedBy, type Point, WHOLE, zoomedAt } from "#lib/core/zoom";

/** What one press of a key or a button makes of it, and a double press. */
const STEP = 1.5;
const DOUBLE = 3;
/** How far an arrow key moves, in pixels. */
const ARROW = 60;
const CENTRE: Point = { x: 0, y: 0 };
const ARROWS: Record<string, Point> = {
  ArrowLeft: { x: ARROW, y: 0 },
  ArrowRight: { x: -ARROW, y: 0 },
  ArrowUp: { x: 0, y: ARROW },
  ArrowDown: { x: 0, y: -ARROW },
};

/** A picture made larger and moved: by wheel, pinch and drag, double press, and the keys + - 0 and arrows. */
export function useZoom() {
  const frame = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState(WHOLE);
  const pressed = useRef(new Map<number, Point>());

  const box = () => frame.current?.getBoundingClientRect() ?? new DOMRect();
  const placeOf = ({ clientX, clientY }: { clientX: number; clientY: number }): Point => {
    const { left, top, width, height } = box();
    return { x: clientX - left - width / 2, y: clientY - top - height / 2 };
  };
  const grow = (factor: number, at: Point = CENTRE) => setZoom((held) => zoomedAt(held, factor, at, box()));
  const move = (by: Point) => setZoom((held) => movedBy(held, by, box()));

  const turn = useEffectEvent((event: WheelEvent) => {
    event.preventDefault();
    grow(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.002)), placeOf(event));
  });
  useEffect(() => {
    const at = frame.current;
    const listen = (event: WheelEvent) => turn(event);
    at?.addEventListener("wheel", listen, { passive: false });
    return () => at?.removeEventListener("wheel", listen);
  }, []);

  function onPointerMove(event: PointerEvent) {
    const before = pressed.current.get(event.pointerId);
    if (!before) return;
    const now = placeOf(event);
    pressed.current.set(event.pointerId, now);
    const other = [...pressed.current].find(([id]) => id !== event.pointerId)?.[1];
    if (!other) return move({ x: now.x - before.x, y: now.y - before.y });
    const apart = (one: Point) => Math.hypot(one.x - other.x, one.y - other.y);
    if (apart(before) > 0) grow(apart(now) / apart(before), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
  }
  const release = (event: PointerEvent) => void pressed.current.delete(event.pointerId);

  function onKeyDown(event: KeyboardEvent) {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const by = ARROWS[event.key];
    if (by) move(by);
    else if (event.key === "+" || event.key === "=") grow(STEP);
    else if (event.key === "-") grow(1 / STEP);
    else if (event.key === "0") setZoom(WHOLE);
    else return;
    event.preventDefault();
  }
  return {
    zoom,
    larger: () => grow(STEP),
    smaller: () => grow(1 / STEP),
    onKeyDown,
    frame: {
      ref: frame,
      onDoubleClick: (event: MouseEvent) => (zoom.scale > 1 ? setZoom(WHOLE) : grow(DOUBLE, placeOf(event))),
      onPointerDown(event: PointerEvent) {
        event.currentTarget.setPointerCapture(event.pointerId);
        pressed.current.set(event.pointerId, placeOf(event));
      },
      onPointerMove,
      onPointerUp: release,
      onPointerCancel: release,
    },
  };
}
