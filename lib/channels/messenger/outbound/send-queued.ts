import { askGraph, callGraph, GraphError } from "../graph";
import { type Claimed, claimNext } from "./claim-next";
import { sendBody } from "./compose";
import { contentOf } from "./content-of";
import { settleAccepted, settleRefused } from "./settle-answer";

/** Milliseconds a send may take; well below what makes another worker think this one died. */
const SEND_TIMEOUT_MS = 15_000;

/**
 * Sends what waits in a conversation, in order, until nothing may go now. Each message is marked before its call and
 * settled after it, in transactions of their own: no call is made inside one.
 */
export async function sendQueued(shopId: string, conversationId: string): Promise<void> {
  for (
    let claimed = await claimNext(shopId, conversationId);
    claimed;
    claimed = await claimNext(shopId, conversationId)
  )
    await send(shopId, claimed);
}

async function send(shopId: string, claimed: Claimed): Promise<void> {
  const { page, message, how, to } = claimed;
  try {
    const composed = await contentOf(shopId, claimed);
    const { json, usage } = await askGraph({
      path: `${page.pageId}/messages`,
      token: page.token,
      body: sendBody(composed, how, to),
      timeoutMs: SEND_TIMEOUT_MS,
    });
    await settleAccepted(shopId, { message, how }, json, usage);
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    const verdict = await settleRefused(shopId, { message, how }, error);
    if (verdict.step === "take_thread") await takeThread(claimed);
  }
}

/** Takes the thread back from the app that holds it. When that is refused, the next try of the message says so. */
async function takeThread({ page, to }: Claimed): Promise<void> {
  const body = { recipient: { id: to.externalId }, metadata: "comptoir" };
  await callGraph({ path: `${page.pageId}/take_thread_control`, token: page.token, body }).catch((error: unknown) => {
    if (!(error instanceof GraphError)) throw error;
  });
}
