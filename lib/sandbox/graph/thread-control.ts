import { outsideShops } from "#db/in-shop";
import { env } from "#lib/core/env";
import { type Handover, handOver, holderOf } from "../messenger/hand-over";
import type { Thread } from "../messenger/threads";
import { type Answer, asPage, type Call } from "./call";
import { heldElsewhere } from "./send/check-window";
import { findRecipient, readRecipient } from "./send/recipient";
import { optionalTextAt, textAt } from "./send/shape";

const ours = () => env().FACEBOOK.clientId;

type Change = Omit<Handover, "content"> & { content: (before: string | null) => Record<string, unknown> };

/** Hands a thread from one app to another and tells of it. Source: Conversation Routing. */
async function control(call: Call, decide: (thread: Thread, before: string | null) => Change): Promise<unknown> {
  const { page } = await asPage(call, "pages_messaging");
  const { parameters, controls } = call;
  const recipient = readRecipient(parameters.value("recipient"));
  const metadata = parameters.text("metadata");
  optionalTextAt(metadata, "metadata", 1_000);
  await outsideShops(async (tx) => {
    const thread = await findRecipient(tx, page.id, recipient);
    const before = holderOf(thread, controls.now);
    const { content, ...change } = decide(thread, before);
    const told = { ...content(before), ...(metadata ? { metadata } : {}) };
    await handOver(tx, controls, thread, { ...change, content: told });
  });
  return { success: true };
}

/** `POST /{page}/pass_thread_control`: only by whoever holds the thread, or while nobody does. */
export const passControl: Answer = (call) =>
  control(call, (_, before) => {
    if (before !== null && before !== ours()) throw heldElsewhere();
    const target = textAt(call.parameters.text("target_app_id"), "target_app_id", 40);
    return {
      owner: target,
      tells: "pass_thread_control",
      content: (previous) => ({ new_owner_app_id: target, previous_owner_app_id: previous ?? null }),
    };
  });

/** `POST /{page}/take_thread_control`. */
export const takeControl: Answer = (call) =>
  control(call, () => ({
    owner: ours(),
    tells: "take_thread_control",
    content: (previous) => ({ previous_owner_app_id: previous, new_owner_app_id: ours() }),
  }));

/** `POST /{page}/request_thread_control`: the holder is asked, and nothing changes. */
export const requestControl: Answer = (call) =>
  control(call, () => ({ tells: "request_thread_control", content: () => ({ requested_owner_app_id: ours() }) }));

/** `POST /{page}/release_thread_control`: nobody holds it any more. */
export const releaseControl: Answer = (call) =>
  control(call, (_, before) => {
    if (before !== null && before !== ours()) throw heldElsewhere();
    return {
      owner: null,
      tells: "pass_thread_control",
      content: (previous) => ({ new_owner_app_id: null, previous_owner_app_id: previous }),
    };
  });

/** `GET /{page}/thread_owner?recipient=…`. An idle thread has no owner. */
export const threadOwner: Answer = async (call) => {
  const { page } = await asPage(call, "pages_messaging");
  const given = call.parameters.value("recipient");
  const recipient = readRecipient(typeof given === "string" || typeof given === "number" ? { id: given } : given);
  const thread = await outsideShops((tx) => findRecipient(tx, page.id, recipient));
  const owner = holderOf(thread, call.controls.now);
  if (owner === null) return { data: [] };
  const expiration = thread.ownerUntil ? Math.floor(thread.ownerUntil.getTime() / 1_000) : undefined;
  return { data: [{ thread_owner: { app_id: owner, expiration } }] };
};
