import { env } from "#lib/core/env";
import { at, bodyOf } from "./inbound-fixture";
import {
  AD,
  bare,
  control,
  event,
  NONE,
  one,
  opening,
  page,
  person,
  type Shape,
  unknown,
} from "./payload-makers-fixture";

const events: Shape[] = [
  event("an opt-in by a button", { optin: { ref: "vitrine" } }, { type: "opted_in", way: "send_to_messenger" }),
  one(
    "a ticked box, of which nobody wrote",
    (told) => bare(told, { optin: { ref: "vitrine", user_ref: "box-2" } }),
    NONE,
  ),
  event(
    "an opt-in to one notice",
    {
      optin: { type: "one_time_notif_req", payload: "P", one_time_notif_token: "T" },
    },
    { type: "opted_in", way: "one_time_notif_req" },
  ),
  event(
    "an opt-in to notices",
    {
      optin: { type: "notification_messages", notification_messages_token: "T", token_expiry_timestamp: at(99) },
    },
    { type: "opted_in", way: "notification_messages" },
  ),
  event(
    "an account linked",
    { account_linking: { status: "linked", authorization_code: "of another" } },
    { type: "account_linked" },
  ),
  event("an account parted", { account_linking: { status: "unlinked" } }, { type: "account_unlinked" }),
  event("a rating", (told) => ({ response_feedback: { feedback: "Bad response", mid: told.mid } }), {
    type: "feedback",
    score: "Bad response",
  }),
  control(
    "take_thread_control",
    { previous_owner_app_id: "123456789", metadata: "M" },
    { event: { type: "thread_taken" } },
  ),
  control("pass_thread_control", { new_owner_app_id: "123456789", metadata: "M" }, { event: { type: "thread_taken" } }),
  control("request_thread_control", { requested_owner_app_id: 123456789, metadata: "M" }),
  control("request_thread_control", { requested_owner_app_id: 263902037430900 }),
  one("roles of apps", (told) => bare(told, { app_roles: { 123456789: ["automation"] } }), NONE),
  one(
    "a rule enforced, in the old spelling",
    (told) => bare(told, { "policy-enforcement": { action: "warning", reason: "R" } }),
    NONE,
  ),
  one("a rule enforced", (told) => bare(told, { policy_enforcement: { action: "unblock" } }), NONE),
  one("a request that was accepted", (told) => person(told, { message_request: "accept" }), NONE),
];

const arrivals: Shape[] = [
  opening("a link", { ref: "vitrine", source: "SHORTLINK", type: "OPEN_THREAD" }),
  opening("a code", { ref: "affiche", source: "MESSENGER_CODE", type: "OPEN_THREAD" }),
  opening("the plugin of old", {
    ...{ ref: "bas", source: "CUSTOMER_CHAT_PLUGIN", type: "OPEN_THREAD", origin_domain: "https://shop.test/" },
  }),
  opening("a link in Europe, without its source", { ref: "vitrine", type: "OPEN_THREAD" }),
  event(
    "the tab of old",
    { referral: { source: "DISCOVER_TAB", type: "OPEN_THREAD" } },
    {
      ...{ type: "came_from", source: "DISCOVER_TAB", adId: null },
    },
  ),
  event(
    "an advertisement",
    { referral: { ref: "mai", ...AD, ads_context_data: { ad_title: "Mai" } } },
    {
      ...{ type: "came_from", source: "ADS", adId: "6012345", adTitle: "Mai" },
    },
  ),
];

const strange: Shape[] = [
  unknown("game_play", { game_id: "1", player_id: "2", context_type: "SOLO", context_id: 666666, payload: "P" }),
  unknown("branded_camera", { content_ids: ["1"], event: "dismiss" }),
  unknown("payment", { payload: "P", amount: { currency: "EUR", amount: "29.62" } }),
  unknown("checkout_update", { payload: "P", shipping_address: { id: 10105655000959552, country: "FR" } }),
  unknown("pre_checkout", { payload: "P", requested_user_info: {}, amount: { currency: "EUR", amount: "2.70" } }),
  unknown("never_heard_of", { mid: "m_1" }),
  {
    ...{ name: "an item of a person alone, in standby", outcome: { aside: [["nothing", "unknown"]] } },
    body: ({ pageId, psid }) => bodyOf(pageId, [{ sender: { id: psid }, recipient: { id: pageId } }], "standby"),
  },
  {
    ...{ name: "a comment on the Page", outcome: { aside: [["feed", "unknown"]] } },
    body: ({ pageId }) =>
      bodyOf(pageId, [{ field: "feed", value: { item: "comment", verb: "add", message: "Oh" } }], "changes"),
  },
  {
    ...{ name: "a list of another name", outcome: { aside: [["entry.other", "unknown"]] } },
    body: ({ pageId }) => bodyOf(pageId, [{}], "other"),
  },
  {
    ...{ name: "which apps it went through", outcome: NONE },
    body: ({ pageId }) => bodyOf(pageId, [{ app_id: 1, metadata: "" }], "hop_context"),
  },
  {
    name: "another object",
    body: (told) => ({ ...bodyOf(told.pageId, [person(told, { optin: { ref: "x" } })]), object: "user" }),
    outcome: NONE,
  },
  {
    ...{ name: "the test of the settings page", outcome: NONE },
    body: ({ pageId }) => ({
      object: "page",
      entry: [{ id: "0", time: 1514862760, changes: [{ field: "messages", value: { page_id: pageId } }] }],
    }),
  },
  {
    name: "two Pages in one body, of which one is ours",
    body: (told) => {
      const message = (n: number) => person(told, { message: { mid: `${told.mid}.${n}`, text: `Essai ${n}` } });
      const ours = bodyOf(told.pageId, [message(1)]).entry;
      return { object: "page", entry: [...ours, { id: `${told.pageId}9`, time: at(0), messaging: [message(2)] }] };
    },
    outcome: { thread: [{ body: "Essai 1" }] },
  },
  one(
    "our own message's echo with no such message",
    (told) =>
      page(told, { message: { mid: `${told.mid}.o`, is_echo: true, app_id: env().FACEBOOK.clientId, text: "Oui" } }),
    {
      thread: [{ author: "app", body: "Oui" }],
    },
  ),
];

/** Everything else that is told, and what nobody knows, in each known shape. Source: messenger-platform.md §2.4. */
export const EVENT_SHAPES: readonly Shape[] = [...events, ...arrivals, ...strange];
