import { eq } from "drizzle-orm";
import { inShop } from "#db/in-shop";
import { channels } from "#db/schema/channels";
import { messengerPages } from "#db/schema/messenger";
import { makeWorld, take, threadOf } from "#lib/channels/messenger/inbound/inbound-fixture";
import { pageTokenContext } from "#lib/channels/messenger/page-of";
import { seal } from "#lib/core/seal";
import { deliverDue } from "#lib/sandbox/messenger/deliver-webhook";
import { loadThread } from "#lib/sandbox/messenger/load-thread";
import { connectPage } from "#lib/sandbox/messenger/sandbox-fixture";
import { sayAsPerson } from "#lib/sandbox/messenger/say-as-person";
import { fixtureServer } from "#lib/sandbox/messenger/server-fixture";
import { addPerson } from "#lib/sandbox/people/add-person";

/**
 * A shop whose Page is one of the sandbox's, over HTTP, and somebody of the sandbox who just wrote there. A test that uses
 * it sets `process.env.GRAPH_BASE_URL` to the fixture server's `graphUrl` first.
 */
export async function makeSandboxThread() {
  const { page, pageToken } = await connectPage(fixtureServer.hook);
  const world = { ...(await makeWorld()), pageId: page.id };
  const { shopId, channelId } = world;
  await inShop(shopId, async (tx) => {
    await tx.update(channels).set({ externalId: page.id }).where(eq(channels.id, channelId));
    const sealedToken = seal(pageToken, pageTokenContext(channelId));
    await tx.update(messengerPages).set({ sealedToken }).where(eq(messengerPages.channelId, channelId));
  });
  const whose = { personId: (await addPerson({ name: "Amélie Laurent", email: "" })).id, pageId: page.id };
  await sayAsPerson({ ...whose, message: { text: "Bonjour" } });
  await deliverDue();
  for (const { raw } of fixtureServer.take()) await take(JSON.parse(raw.toString("utf8")));
  const thread = await threadOf(world, (await loadThread(whose)).psid ?? "");
  if (!thread?.conversation) throw new Error("she is not known");
  return { world, whose, conversationId: thread.conversation.id };
}
