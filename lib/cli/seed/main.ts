import { closeDatabase } from "#db/client";
import { outsideShops } from "#db/in-shop";
import { sandboxStorefronts } from "#db/schema/sandbox";
import { env } from "#lib/core/env";
import { seal } from "#lib/core/seal";
import { createConnection } from "#lib/shops/create-connection";
import { createShop, isSlugFree } from "#lib/shops/create-shop";
import { inviteMember } from "#lib/shops/invite-member";
import { joinShop } from "#lib/shops/join-shop";
import { loadShop } from "#lib/shops/load-shop";
import { saveTeam } from "#lib/shops/teams/save-team";
import { addSandboxPeople, loginOf, memberOf } from "./login";
import { addSandboxPages, connectFloristPage } from "./pages";
import { playThread } from "./play-thread";
import { withSandboxServer } from "./sandbox-server";
import { THREADS, type Thread } from "./threads";

const PIVOINE = "maison-pivoine";
const TEA = "hartley-finch";
/** Those whom the sign-in page offers, in its order. */
const FIRST_LOGINS = ["Léa Moreau", "Karim Benali", "Tom Hughes", "Amélie Laurent", "Grace Hartley"] as const;

/**
 * Fills a database with the demo: a florist with her team, contacts, orders and threads, and a second shop, all
 * through the commands that people use. A shop that is there already is left alone.
 */
export async function seed(): Promise<void> {
  if (!env().sandbox) return;
  await addSandboxPeople();
  await addSandboxPages();
  for (const name of FIRST_LOGINS) await loginOf(name);
  if (await isSlugFree(PIVOINE)) await openFlorist();
  if (await isSlugFree(TEA)) await openTeaShop();
  await closeDatabase();
}

async function openFlorist(): Promise<void> {
  await createShop(await loginOf("Léa Moreau"), {
    name: "Maison Pivoine",
    slug: PIVOINE,
    website: "shop.localhost",
    timeZone: "Europe/Paris",
    currency: "EUR",
    locales: ["fr", "en"],
  });
  const lea = await memberOf("Léa Moreau", PIVOINE);
  for (const name of ["Karim Benali", "Tom Hughes"] as const) {
    const { url } = await inviteMember(lea, { role: "agent" });
    await joinShop(await loginOf(name), { token: url.split("/").at(-1) ?? "" });
  }
  const memberIds = [lea, await memberOf("Karim Benali", PIVOINE)].map(({ memberId }) => memberId);
  await saveTeam(lea, { name: "Livraisons", memberIds, roundRobin: false, cap: 12, takesNew: false });
  const { id, secret } = await createConnection(lea, { name: "Storefront" });
  await outsideShops((tx) =>
    tx
      .insert(sandboxStorefronts)
      .values({ shopSlug: PIVOINE, connectionId: id, sealedSecret: seal(secret, `sandbox_storefronts:${PIVOINE}`) })
      .onConflictDoNothing(),
  );
  await withSandboxServer(() => connectFloristPage(lea));
  const shop = await loadShop(PIVOINE);
  const oldestFirst = [...THREADS].sort((a, b) => b.endedAgo - a.endedAgo);
  for (const thread of oldestFirst) await playThread(shop, thread);
}

async function openTeaShop(): Promise<void> {
  await createShop(await loginOf("Grace Hartley"), {
    name: "Hartley & Finch Tea",
    slug: TEA,
    website: "tea.localhost",
    timeZone: "Europe/London",
    currency: "GBP",
    locales: ["en"],
  });
  const shop = await loadShop(TEA);
  const thread: Thread = {
    who: "Amélie Laurent",
    locale: "en",
    connect: ["service"],
    endedAgo: 60,
    pace: 3,
    holder: null,
    steps: [{ says: "Is the smoked Lapsang back?" }],
  };
  await playThread(shop, thread);
}
