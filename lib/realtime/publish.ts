import Pusher from "pusher";
import { z } from "zod";
import { pusherClient } from "./pusher-client";

/** The hosted service's limit for the data of one event, in bytes. Callers send an id to fetch instead from 9,000 on. */
export const MAX_EVENT_BYTES = 10_240;
const BATCH = 10;

export type Publication = { channel: string; event: string; data: unknown };

const Users = z.object({ users: z.array(z.object({ id: z.string() })) });
/** Of the package's own error only this goes further: its `url` carries a signature that stays good for ten minutes. */
const Failure = z.object({
  status: z.number().optional(),
  error: z.object({ code: z.string().optional(), type: z.string().optional() }).optional(),
});

function reasonOf(failure: Pusher.RequestError): string {
  const { status, error } = Failure.safeParse(failure).data ?? {};
  return status ? `status ${status}` : (error?.code ?? error?.type ?? "no answer");
}

const LOST_CONNECTION = new Set(["ECONNRESET", "EPIPE"]);

/** Asks once more when a kept-alive connection was closed under the request, as after a restart of the hub. */
async function ask<T>(what: string, request: () => Promise<T>, again = true): Promise<T> {
  try {
    return await request();
  } catch (thrown) {
    if (!(thrown instanceof Pusher.RequestError)) throw thrown;
    const reason = reasonOf(thrown);
    if (again && LOST_CONNECTION.has(reason)) return ask(what, request, false);
    throw new Error(`Live updates: ${what} failed (${reason}).`);
  }
}

function encode({ channel, event, data }: Publication): { channel: string; name: string; data: string } {
  const text = JSON.stringify(data ?? null);
  const size = Buffer.byteLength(text);
  if (size > MAX_EVENT_BYTES)
    throw new Error(
      `Live updates: ${event} has ${size} bytes, ${MAX_EVENT_BYTES} is the most. Send an id to fetch instead.`,
    );
  return { channel, name: event, data: text };
}

/**
 * Sends one event to everyone in a channel. Throws a plain Error when the data is over 10,240 bytes, or when nobody
 * took the event within 3 s: the caller decides whether that matters. It may arrive twice, so clients compare versions.
 */
export async function publish(channel: string, event: string, data: unknown): Promise<void> {
  const encoded = encode({ channel, event, data });
  await ask(event, () => pusherClient().trigger(channel, event, encoded.data));
}

/** Sends several events in order, ten to a request. Throws like `publish`; the events before the failed request were sent. */
export async function publishBatch(items: readonly Publication[]): Promise<void> {
  const encoded = items.map(encode);
  for (let at = 0; at < encoded.length; at += BATCH) {
    const batch = encoded.slice(at, at + BATCH);
    await ask("a batch", () => pusherClient().triggerBatch(batch));
  }
}

/** Closes every live connection of a person, who then has to be let in anew. */
export async function endUserConnections(userId: string): Promise<void> {
  await ask("ending connections", () => pusherClient().terminateUserConnections(userId));
}

/** The ids of the people in a presence channel now. */
export async function channelUsers(channel: string): Promise<string[]> {
  const answer = await ask("asking who is there", () => pusherClient().get({ path: `/channels/${channel}/users` }));
  return Users.parse(await answer.json()).users.map((user) => user.id);
}
