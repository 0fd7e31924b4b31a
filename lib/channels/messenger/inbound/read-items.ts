import { z } from "zod";
import { invalid } from "#lib/core/errors";
import { parseJson } from "#lib/core/parse-json";
import { Id, Instant } from "./hook-values";

/** One thing that happened on a Page. `time` is when its delivery was written; `position` its place in the body. */
export type HookItem = {
  pageId: string;
  position: number;
  time: Date | null;
  kind: string;
  raw: Record<string, unknown>;
  /** Told while another app talks to her: it is recorded, and nothing answers it by itself. Source: messenger-platform.md §2.3. */
  standby: boolean;
};

const List = z.array(z.unknown()).default([]).catch([]);
const Envelope = z.object({ object: z.string(), entry: List });
const Entry = z
  .object({
    id: Id,
    time: Instant.nullable().default(null).catch(null),
    messaging: List,
    standby: List,
    changes: List,
  })
  .catchall(z.unknown());
/** What stands beside the lists and says nothing of its own: which apps a delivery went through. Source: Conversation Routing. */
const ASIDE = new Set(["hop_context"]);
const Raw = z.record(z.string(), z.unknown());
const COMMON = new Set(["sender", "recipient", "timestamp"]);

function kindOf(raw: Record<string, unknown>): string {
  if ("message" in raw) {
    const message = Raw.safeParse(raw.message).data ?? {};
    return message.is_echo ? "echo" : message.is_deleted ? "unsend" : "message";
  }
  return Object.keys(raw).find((key) => !COMMON.has(key)) ?? "nothing";
}

/**
 * Everything a delivery says, of all its entries and lists, in order; what stands in a list of an unknown name is of an
 * unknown kind. Only Pages are ours; what cannot belong to one is
 * left out. Throws `invalid` when the body is no JSON object of that shape.
 */
export function readItems(body: Buffer): HookItem[] {
  const envelope = Envelope.safeParse(parseJson(body));
  if (!envelope.success) throw invalid("invalid");
  const { object, entry: entries } = envelope.data;
  if (object !== "page") return [];
  const items: HookItem[] = [];
  for (const entry of entries) {
    const { success, data } = Entry.safeParse(entry);
    if (!success) continue;
    const add = (value: unknown, { name, standby = false }: { name?: string; standby?: boolean } = {}) => {
      const raw = Raw.safeParse(value).data ?? { value };
      const kind = name ?? kindOf(raw);
      items.push({ pageId: data.id, position: items.length, time: data.time, kind, raw, standby });
    };
    const { messaging, standby, changes, ...others } = data;
    for (const item of messaging) add(item);
    for (const item of standby) add(item, { standby: true });
    for (const change of changes) add(change, { name: String(Raw.safeParse(change).data?.field ?? "change") });
    for (const [name, list] of Object.entries(others))
      if (Array.isArray(list) && !ASIDE.has(name)) for (const item of list) add(item, { name: `entry.${name}` });
  }
  return items;
}
