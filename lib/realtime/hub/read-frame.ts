import type { RawData } from "ws";
import { z } from "zod";
import { MAX_NAME } from "./protocol";

const Frame = z.strictObject({
  event: z.string().min(1).max(MAX_NAME),
  channel: z.string().max(MAX_NAME).optional(),
  data: z.unknown().optional(),
});

export type Frame = z.output<typeof Frame>;

/** One frame from a client, or null: binary, not JSON, or not of this shape. "Binary WebSocket frames are not supported." */
export function readFrame(raw: RawData, binary: boolean): Frame | null {
  if (binary || !Buffer.isBuffer(raw)) return null;
  try {
    return Frame.safeParse(JSON.parse(raw.toString("utf8"))).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
