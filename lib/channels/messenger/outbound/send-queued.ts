import { askGraph, callGraph, GraphError } from "../graph";
import { type Claimed, claimNext } from "./claim-next";
import { compose } from "./compose-message";
import { givePersonaUp } from "./persona-of";
import { type Composed, type Content, sendBody } from "./send-body";
import { settleAccepted, settleRefused, settleUnsendable } from "./settle-answer";
import { Unsendable } from "./unsendable";
import { forgetUploads } from "./upload-files";

/** Milliseconds a send may take; well below what makes another worker think this one died. */
const SEND_TIMEOUT_MS = 15_000;
const INVALID_PARAMETER = 100;
/** An attachment id that the platform does not know, or no longer. Source: Messenger reference §3.6. */
const ATTACHMENT_UNKNOWN = 2_018_074;

/**
 * Sends what waits in a conversation, in order, until nothing may go now. Each message is marked before its call and
 * settled after it, in transactions of their own: no call is made inside one.
 */
export async function sendQueued(shopId: string, conversationId: string): Promise<void> {
  for (let goesOn = true; goesOn; ) {
    const claimed = await claimNext(shopId, conversationId);
    goesOn = claimed !== null && (await send(shopId, claimed));
  }
}

/** False after a call whose outcome is unknown: what waits behind it goes a little later. */
async function send(shopId: string, claimed: Claimed): Promise<boolean> {
  const outcome = await attempt(shopId, claimed);
  if (outcome instanceof Unsendable) {
    await settleUnsendable(shopId, claimed.message, outcome.key);
    return true;
  }
  if (!(outcome instanceof GraphError)) {
    await settleAccepted(shopId, claimed, outcome.json, outcome.usage);
    return true;
  }
  const verdict = await settleRefused(shopId, claimed, outcome);
  if (verdict.step === "take_thread") await takeThread(claimed);
  return verdict.step !== "unconfirmed";
}

/** Sends the message; files that the platform does not know any more are uploaded anew, once. */
async function attempt(shopId: string, claimed: Claimed): Promise<Accepted | Unsendable | GraphError> {
  const composed = await prepare(shopId, claimed);
  if (composed instanceof Error) return composed;
  const outcome = await post(shopId, claimed, composed);
  const ids = uploadsIn(composed.content);
  if (ids.length === 0 || !isUnknownFile(outcome)) return outcome;
  await forgetUploads(shopId, claimed, ids);
  const anew = await prepare(shopId, claimed);
  return anew instanceof Error ? anew : post(shopId, claimed, anew);
}

/** The platform's ids of the files that a message shows. */
function uploadsIn(content: Content): string[] {
  if ("files" in content) return content.files.map(({ attachmentId }) => attachmentId);
  return "uploads" in content ? (content.uploads ?? []) : [];
}

const isUnknownFile = (outcome: Accepted | GraphError) =>
  outcome instanceof GraphError && outcome.code === INVALID_PARAMETER && outcome.subcode === ATTACHMENT_UNKNOWN;

/** The message as it goes out. What is refused before the message itself was sent has not arrived for sure. */
async function prepare(shopId: string, claimed: Claimed): Promise<Composed | Unsendable | GraphError> {
  try {
    return await compose(shopId, claimed);
  } catch (error) {
    if (error instanceof Unsendable) return error;
    if (!(error instanceof GraphError)) throw error;
    const { code, subcode, message, trace, httpStatus, usage } = error;
    return new GraphError({ code, subcode, message, trace, httpStatus, usage, mayHaveArrived: false, cause: error });
  }
}

type Accepted = Awaited<ReturnType<typeof askGraph>>;

async function post(shopId: string, claimed: Claimed, composed: Composed): Promise<Accepted | GraphError> {
  const { page, how, to } = claimed;
  try {
    return await askGraph({
      path: `${page.pageId}/messages`,
      token: page.token,
      body: sendBody(composed, how, to),
      timeoutMs: SEND_TIMEOUT_MS,
    });
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    if (!composed.personaId || error.code !== INVALID_PARAMETER || error.subcode !== null) return error;
    await givePersonaUp(shopId, claimed);
    return post(shopId, claimed, { ...composed, personaId: null });
  }
}

/** Takes the thread back from the app that holds it. When that is refused, the next try of the message says so. */
async function takeThread({ page, to }: Claimed): Promise<void> {
  const body = { recipient: { id: to.externalId }, metadata: "comptoir" };
  await callGraph({ path: `${page.pageId}/take_thread_control`, token: page.token, body }).catch((error: unknown) => {
    if (!(error instanceof GraphError)) throw error;
  });
}
