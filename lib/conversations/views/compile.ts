import { and, arrayOverlaps, gt, gte, inArray, isNull, lte, not, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { channels } from "#db/schema/channels";
import { contacts } from "#db/schema/contacts";
import { conversations, messages, PRIORITIES } from "#db/schema/conversations";
import { conversationTags } from "#db/schema/triage";
import { MINUTE } from "#lib/core/clock";
import { PREVIEW } from "../beginning-of";
import type { Condition, Node } from "./filter";
import { plain } from "./plain";

/** For whom, and by which instant waiting and windows are measured. */
type AskedBy = { memberId: string; at: Date };

const NOTHING = sql`false`;

/** A text without case and accents, as `plain` makes it. */
const plainSql = (text: SQL | AnyPgColumn) =>
  sql`lower(regexp_replace(normalize(${text}, NFD), '[\\u0300-\\u036f]', '', 'g'))`;

/** Whether the contact's name or what the list shows of the latest message has these words. */
function says(words: string): SQL {
  const c = conversations;
  const has = (text: SQL | AnyPgColumn) => sql`strpos(${plainSql(text)}, ${plain(words)}) > 0`;
  return sql`(exists (select 1 from ${contacts} where ${contacts.shopId} = ${c.shopId} and ${contacts.id} = ${c.contactId}
      and ${has(contacts.name)})
    or exists (select 1 from ${messages} where ${messages.shopId} = ${c.shopId}
      and ${messages.conversationId} = ${c.id} and ${messages.seq} = ${c.latestSeq}
      and ${has(sql`left(${messages.body}, ${PREVIEW}::int)`)}))`;
}

function question(condition: Condition, { memberId, at }: AskedBy): SQL {
  const c = conversations;
  const shifted = (minutes: number) => new Date(at.getTime() + minutes * MINUTE);
  switch (condition.field) {
    case "status":
      return inArray(c.status, condition.is);
    case "assignee": {
      const ids = condition.is.flatMap((who) => (who === "nobody" ? [] : [who === "me" ? memberId : who]));
      const nobody = condition.is.includes("nobody") ? isNull(c.assigneeId) : undefined;
      return or(ids.length > 0 ? inArray(c.assigneeId, ids) : undefined, nobody) ?? NOTHING;
    }
    case "team": {
      const ids = condition.is.filter((id) => id !== "none");
      const none = condition.is.includes("none") ? isNull(c.teamId) : undefined;
      return or(ids.length > 0 ? inArray(c.teamId, ids) : undefined, none) ?? NOTHING;
    }
    case "tag":
      return sql`exists (select 1 from ${conversationTags} where ${conversationTags.shopId} = ${c.shopId}
        and ${conversationTags.conversationId} = ${c.id} and ${inArray(conversationTags.tagId, condition.is)})`;
    case "channel":
      return sql`exists (select 1 from ${channels} of_channel where of_channel.shop_id = ${c.shopId}
        and of_channel.id = ${c.channelId} and ${inArray(sql`of_channel.kind`, condition.is)})`;
    case "priority":
      return inArray(
        c.priority,
        condition.is.map((priority) => PRIORITIES.indexOf(priority)),
      );
    case "language":
      return inArray(c.language, condition.is);
    case "permission":
      return arrayOverlaps(c.allows, condition.is);
    case "order": {
      const statuses = condition.is.filter((status) => status !== "none");
      const none = condition.is.includes("none") ? isNull(c.latestOrder) : undefined;
      return or(statuses.length > 0 ? inArray(c.latestOrder, statuses) : undefined, none) ?? NOTHING;
    }
    case "waiting":
      return lte(c.waitingSince, shifted(-condition.over));
    case "window":
      return and(gt(c.windowExpiresAt, at), lte(c.windowExpiresAt, shifted(condition.under))) ?? NOTHING;
    case "value":
      return gte(c.value, condition.over);
    case "rating": {
      const scores = condition.is.filter((score) => score !== "none").map(Number);
      const none = condition.is.includes("none") ? isNull(c.rating) : undefined;
      return or(scores.length > 0 ? inArray(c.rating, scores) : undefined, none) ?? NOTHING;
    }
    case "unread":
      return gt(c.unread, 0);
    case "text":
      return says(condition.has);
  }
}

/** A filter as a condition of a query over conversations, the same as `matches` decides for one row. */
export function compileFilter(node: Node, by: AskedBy): SQL {
  if ("all" in node) return and(...node.all.map((one) => compileFilter(one, by))) ?? NOTHING;
  if ("any" in node) return or(...node.any.map((one) => compileFilter(one, by))) ?? NOTHING;
  const asked = question(node, by);
  return node.not ? not(sql`coalesce(${asked}, false)`) : asked;
}
