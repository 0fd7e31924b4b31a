import { z } from "zod";
import { PURPOSES } from "#db/schema/contacts";
import { PRIORITIES, STATUSES } from "#db/schema/conversations";
import { ORDER_STATUSES } from "#db/schema/orders";
import { isKeptAsIs } from "#lib/core/kept-text";
import { CHOSEN_MAX, CONDITIONS_MAX, WORDS_MAX } from "./plain";

const DEEPEST = 3;
/** A year, in minutes. */
const MOST_MINUTES = 525_600;

const some = <T extends z.ZodType>(one: T) => z.array(one).min(1, "required").max(CHOSEN_MAX, "too_long");
const Language = z.string().min(2).max(16).refine(isKeptAsIs, "message_nul");
const Words = z.string().trim().min(1, "required").max(WORDS_MAX, "too_long").refine(isKeptAsIs, "message_nul");
const Minutes = z.number().int().min(1).max(MOST_MINUTES);

/** One question about a conversation; `not` turns its answer around. A list is answered by any of what it names. */
const not = { not: z.boolean().optional() };
export const Condition = z.discriminatedUnion("field", [
  z.strictObject({ field: z.literal("status"), is: some(z.enum(STATUSES)), ...not }),
  z.strictObject({ field: z.literal("assignee"), is: some(z.union([z.enum(["me", "nobody"]), z.uuid()])), ...not }),
  /** The team it was given to. */
  z.strictObject({ field: z.literal("team"), is: some(z.union([z.enum(["none"]), z.uuid()])), ...not }),
  z.strictObject({ field: z.literal("tag"), is: some(z.uuid()), ...not }),
  z.strictObject({ field: z.literal("channel"), is: some(z.enum(["web_chat", "messenger"])), ...not }),
  z.strictObject({ field: z.literal("priority"), is: some(z.enum(PRIORITIES)), ...not }),
  z.strictObject({ field: z.literal("language"), is: some(Language), ...not }),
  z.strictObject({ field: z.literal("permission"), is: some(z.enum(PURPOSES)), ...not }),
  /** How the contact's latest order stands. */
  z.strictObject({ field: z.literal("order"), is: some(z.enum([...ORDER_STATUSES, "none"])), ...not }),
  /** She waits for this many minutes or longer. */
  z.strictObject({ field: z.literal("waiting"), over: Minutes, ...not }),
  /** Her reply window runs, and ends within this many minutes. */
  z.strictObject({ field: z.literal("window"), under: Minutes, ...not }),
  /** What the contact bought, in minor units of the shop's currency, is this much or more. */
  z.strictObject({ field: z.literal("value"), over: z.number().int().min(0).max(1e12), ...not }),
  /** How she said it went the last time she was asked. */
  z.strictObject({ field: z.literal("rating"), is: some(z.enum(["5", "4", "3", "2", "1", "none"])), ...not }),
  z.strictObject({ field: z.literal("unread"), ...not }),
  /**
   * Her name, or the beginning of the latest message as the list shows it, has these words as they stand, but for case
   * and accents.
   */
  z.strictObject({ field: z.literal("text"), has: Words, ...not }),
]);
export type Condition = z.output<typeof Condition>;

/** All of some things, or any of them; groups may stand in groups. */
export type Filter = { all: Node[] } | { any: Node[] };
export type Node = Condition | Filter;

const members = z.lazy(() =>
  z
    .array(z.union([Condition, Group]))
    .min(1, "required")
    .max(CONDITIONS_MAX, "too_long"),
);
const Group: z.ZodType<Filter> = z.union([z.strictObject({ all: members }), z.strictObject({ any: members })]);

const partsOfGroup = (group: Filter): Node[] => ("all" in group ? group.all : group.any);
const isGroup = (node: Node): node is Filter => "all" in node || "any" in node;

function sizeOf(group: Filter): { depth: number; conditions: number } {
  const inner = partsOfGroup(group).map((node) => (isGroup(node) ? sizeOf(node) : { depth: 0, conditions: 1 }));
  return {
    depth: 1 + Math.max(...inner.map(({ depth }) => depth)),
    conditions: inner.reduce((sum, { conditions }) => sum + conditions, 0),
  };
}

/** What a view holds: at most 30 conditions, in groups at most three deep. */
export const Filter = Group.refine((group) => {
  const { depth, conditions } = sizeOf(group);
  return depth <= DEEPEST && conditions <= CONDITIONS_MAX;
}, "too_long");
