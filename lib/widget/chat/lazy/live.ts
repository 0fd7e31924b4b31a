import { followChannel, type LiveOptions } from "../pusher-frames";
import { fieldsOf, type SessionView } from "../views";
import { listenForPresence, ring } from "./sound";

const answerWithin = 20_000; // milliseconds

export type Feed = ReturnType<typeof followVisitor>;

/** Follows a visitor's own channel on the server that her session names, and signs each subscription as hers. */
export function followVisitor(
  slug: string,
  { key, host, port, tls }: SessionView["realtime"],
  feed: Omit<LiveOptions, "url" | "authorise">,
): ReturnType<typeof followChannel> & { ring: () => void } {
  const followed = followChannel({
    ...feed,
    url: `${tls ? "wss" : "ws"}://${host}:${port}/app/${key}?protocol=7&client=comptoir&version=1`,
    authorise: (socketId, channel) => authorise(slug, socketId, channel),
  });
  listenForPresence(slug);
  return { ...followed, ring: () => ring(slug) };
}

/** Signs one subscription. Null: no connection, or not her channel any more. */
async function authorise(slug: string, socketId: string, channel: string): Promise<string | null> {
  try {
    const answer = await fetch(`/api/realtime/auth?shop=${slug}`, {
      method: "POST",
      body: new URLSearchParams({ socket_id: socketId, channel_name: channel }),
      signal: AbortSignal.timeout(answerWithin),
    });
    const { auth } = fieldsOf(await answer.json());
    return answer.ok && typeof auth === "string" ? auth : null;
  } catch {
    return null; // no connection: the live feed closes and tries again
  }
}
