import { randomInt } from "node:crypto";
import { eq } from "drizzle-orm";
import { database } from "#db/client";
import { sandboxPageSubscriptions, sandboxSubscriptions } from "#db/schema/sandbox-messenger";
import { env } from "#lib/core/env";
import { guardedFetch } from "#lib/core/outbound";
import { APP_NAME } from "../login/registered-app";
import { recordWire } from "../messenger/wire";
import { type Answer, asPage, type Call } from "./call";
import { appTokenNeeded, FacebookError, objectUnknown, parameterMissing, parameterWrong } from "./facebook-error";

/** The fields a Page can be listened to with. Source: webhook-events, late 2026. */
export const PAGE_FIELDS = [
  "messages",
  "message_deliveries",
  "message_echoes",
  "message_edits",
  "message_reactions",
  "message_reads",
  "messaging_account_linking",
  "messaging_feedback",
  "messaging_game_plays",
  "messaging_handovers",
  "messaging_optins",
  "messaging_policy_enforcement",
  "messaging_postbacks",
  "messaging_referrals",
  "messaging_customer_information",
  "messaging_in_thread_lead_form_submit",
  "message_context",
  "message_template_status_update",
  "response_feedback",
  "send_cart",
  "inbox_labels",
  "standby",
  "group_feed",
  "feed",
];

const VERIFY_PATIENCE = 5_000;

function knownFields(names: string[]): string[] {
  const unknown = names.find((name) => !PAGE_FIELDS.includes(name));
  if (unknown !== undefined)
    throw parameterWrong(
      `Param subscribed_fields[0] must be one of {${PAGE_FIELDS.join(", ").toUpperCase()}} - got "${unknown}".`,
    );
  return [...new Set(names)];
}

async function asApp(call: Call): Promise<void> {
  const holder = await call.holder();
  if (holder.kind !== "app") throw appTokenNeeded();
  if (call.named.app !== env().FACEBOOK.clientId) throw objectUnknown(call.named.app ?? "");
}

/** Asks the address for the challenge before it becomes the app's. Source: webhook verification. */
async function verify(callbackUrl: string, verifyToken: string, at: Date): Promise<void> {
  const challenge = String(randomInt(1_000_000_000, 2_000_000_000));
  const address = new URL(callbackUrl);
  address.searchParams.set("hub.mode", "subscribe");
  address.searchParams.set("hub.challenge", challenge);
  address.searchParams.set("hub.verify_token", verifyToken);
  const answer = await guardedFetch(address, { timeoutMs: VERIFY_PATIENCE }).catch(() => null);
  const status = answer?.status ?? 0;
  const verified = status === 200 && answer?.body.toString("utf8") === challenge;
  const check = verified ? "challenge_ok" : "challenge_wrong";
  const row = { kind: "verification", about: null, who: null, check, status, code: null } as const;
  await recordWire({ at, way: "in", method: "GET", path: address.pathname, ...row });
  if (!verified)
    throw new FacebookError(
      2200,
      `(#2200) Callback verification failed with the following errors: HTTP Status Code = ${status}; HTTP Message = ${answer ? "the challenge did not come back" : "no answer"}`,
    );
}

/** `POST /{app}/subscriptions`: where the app wants its webhooks; the address must answer the challenge at once. */
export const subscribeApp: Answer = async (call) => {
  await asApp(call);
  const { parameters, controls } = call;
  const [object, callbackUrl, verifyToken] = ["object", "callback_url", "verify_token"].map((name) => {
    const value = parameters.text(name);
    if (!value) throw parameterMissing(name);
    return value;
  });
  if (object !== "page" && object !== "instagram")
    throw parameterWrong("Param object must be one of {PAGE, INSTAGRAM}");
  if (!callbackUrl || !verifyToken || !URL.canParse(callbackUrl))
    throw parameterWrong("Param callback_url must be a valid URL");
  const fields = knownFields(parameters.list("fields"));
  await verify(callbackUrl, verifyToken, controls.now);
  const values = { callbackUrl, verifyToken, fields };
  await database()
    .insert(sandboxSubscriptions)
    .values({ object, ...values })
    .onConflictDoUpdate({ target: sandboxSubscriptions.object, set: values });
  return { success: true };
};

/** `GET /{app}/subscriptions`. */
export const listAppSubscriptions: Answer = async (call) => {
  await asApp(call);
  const rows = await database().select().from(sandboxSubscriptions);
  return {
    data: rows.map(({ object, callbackUrl, fields }) => ({
      object,
      callback_url: callbackUrl,
      active: true,
      fields: fields.map((name) => ({ name, version: env().GRAPH_VERSION })),
    })),
  };
};

/** `DELETE /{app}/subscriptions`. */
export const unsubscribeApp: Answer = async (call) => {
  await asApp(call);
  const object = call.parameters.text("object");
  await database()
    .delete(sandboxSubscriptions)
    .where(object ? eq(sandboxSubscriptions.object, object) : undefined);
  return { success: true };
};

/** `POST /{page}/subscribed_apps`: lets the app hear of this Page. Nothing arrives without it. */
export const subscribePage: Answer = async (call) => {
  const { page } = await asPage(call, "pages_manage_metadata", "MODERATE");
  const fields = knownFields(call.parameters.list("subscribed_fields"));
  if (fields.length === 0) throw parameterMissing("subscribed_fields");
  const values = { appId: env().FACEBOOK.clientId, fields, failingSince: null };
  await database()
    .insert(sandboxPageSubscriptions)
    .values({ pageId: page.id, ...values })
    .onConflictDoUpdate({ target: sandboxPageSubscriptions.pageId, set: values });
  return { success: true };
};

/** `GET /{page}/subscribed_apps`. */
export const listPageSubscriptions: Answer = async (call) => {
  const { page } = await asPage(call, "pages_manage_metadata", "MODERATE");
  const rows = await database()
    .select()
    .from(sandboxPageSubscriptions)
    .where(eq(sandboxPageSubscriptions.pageId, page.id));
  return {
    data: rows.map(({ appId, fields }) => ({
      category: "Business",
      link: env().PUBLIC_URL,
      name: APP_NAME,
      id: appId,
      subscribed_fields: fields,
    })),
  };
};

/** `DELETE /{page}/subscribed_apps`. */
export const unsubscribePage: Answer = async (call) => {
  const { page } = await asPage(call, "pages_manage_metadata", "MODERATE");
  await database().delete(sandboxPageSubscriptions).where(eq(sandboxPageSubscriptions.pageId, page.id));
  return { success: true };
};
