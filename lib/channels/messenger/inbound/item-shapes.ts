import { createHash } from "node:crypto";
import { z } from "zod";
import { Id, Instant } from "./hook-values";
import type { HookItem } from "./read-items";

const Party = z.object({ id: Id });

/** What every item about a person has. A payload without its own time happened when its delivery was written. */
export const Common = z.object({ sender: Party, recipient: Party, timestamp: Instant.optional() });

/** Reads an item: what is used must have its shape, anything more is let through. Throws a `ZodError`. */
export function readItem<S extends z.ZodType>(schema: S, item: HookItem): z.output<S> {
  return schema.parse(item.raw);
}

/** When an item happened. */
export function atOf(item: HookItem, timestamp: Date | undefined): Date {
  return timestamp ?? item.time ?? missing();
}

function missing(): never {
  throw new z.ZodError([{ code: "custom", path: ["timestamp"], message: "missing", input: undefined }]);
}

/** An id for an item that the platform gave none: the same item again has the same. Source: messenger-platform.md §2.3. */
export function derivedId(item: HookItem, psid: string, at: Date): string {
  const parts = [item.pageId, psid, item.kind, at.getTime(), item.raw[item.kind]];
  return `derived:${createHash("sha256").update(JSON.stringify(parts)).digest("hex")}`;
}
