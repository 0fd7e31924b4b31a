import type { Tx } from "#db/in-shop";
import type { Place } from "./place";
import type { HookItem } from "./read-items";
import { takeAccountLinking } from "./take-account-linking";
import { takeEdit, takeReaction, takeUnsend } from "./take-change";
import { takeEcho } from "./take-echo";
import { takeFeedback, takeResponseFeedback } from "./take-feedback";
import { takePassedThread, takeTakenThread } from "./take-handover";
import { takeDelivery, takeRead } from "./take-mark";
import { takeMessage, takePostback } from "./take-message";
import { takeOptin } from "./take-optin";
import { takePolicy } from "./take-policy";
import { takeReferral } from "./take-referral";
import { takeTemplateStatus } from "./take-template-status";

type Taking = (tx: Tx, place: Place, item: HookItem) => Promise<void>;

/** What is known and needs nothing done: the raw delivery is kept in any case. */
const nothing: Taking = async () => undefined;

/** What each kind of item does. Source: messenger-platform.md §2.4. A kind that is not here is kept raw and counted. */
const TAKINGS: Readonly<Record<string, Taking>> = {
  message: takeMessage,
  echo: takeEcho,
  unsend: takeUnsend,
  message_edit: takeEdit,
  delivery: takeDelivery,
  read: takeRead,
  reaction: takeReaction,
  postback: takePostback,
  referral: takeReferral,
  optin: takeOptin,
  pass_thread_control: takePassedThread,
  take_thread_control: takeTakenThread,
  request_thread_control: nothing,
  app_roles: nothing,
  policy_enforcement: takePolicy,
  "policy-enforcement": takePolicy,
  account_linking: takeAccountLinking,
  messaging_feedback: takeFeedback,
  response_feedback: takeResponseFeedback,
  message_request: nothing,
  message_template_status_update: takeTemplateStatus,
};

/** Whether this product knows what an item of this kind means. */
export function isKnown(kind: string): boolean {
  return Object.hasOwn(TAKINGS, kind);
}

/** Does what an item says, in the caller's transaction. Whatever order items come in, the end is the same. */
export async function takeItem(tx: Tx, place: Place, item: HookItem): Promise<void> {
  await TAKINGS[item.kind]?.(tx, place, item);
}
