/** How a picture is shown: how many times its size, and how far its middle is from the middle of its frame, in pixels. */
export type Zoom = { scale: number; x: number; y: number };
/** A place from the middle of the frame, or a distance, in pixels. */
export type Point = { x: number; y: number };
export type Frame = { width: number; height: number };

/** The whole picture. */
export const WHOLE: Zoom = { scale: 1, x: 0, y: 0 };
const LARGEST = 8;

const between = (least: number, value: number, most: number) => Math.min(most, Math.max(least, value));

/** Never so far that the picture leaves its frame: at its own size it does not move at all. */
function held({ scale, x, y }: Zoom, { width, height }: Frame): Zoom {
  const room = { x: ((scale - 1) * width) / 2, y: ((scale - 1) * height) / 2 };
  return { scale, x: between(-room.x, x, room.x), y: between(-room.y, y, room.y) };
}

/** Makes the picture `factor` times as large, 1 to 8 times in all, so that what is at `point` stays there. */
export function zoomedAt(zoom: Zoom, factor: number, point: Point, frame: Frame): Zoom {
  const scale = between(1, zoom.scale * factor, LARGEST);
  const grown = scale / zoom.scale;
  return held({ scale, x: point.x - (point.x - zoom.x) * grown, y: point.y - (point.y - zoom.y) * grown }, frame);
}

/** Moves the picture in its frame. */
export function movedBy(zoom: Zoom, by: Point, frame: Frame): Zoom {
  return held({ ...zoom, x: zoom.x + by.x, y: zoom.y + by.y }, frame);
}
