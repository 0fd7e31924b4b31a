import type { Reach } from "#lib/contacts/count-reach";
import { getMessages } from "../../../../_i18n/server";

/** How many contacts are meant, on every page, and how many may get offers; nothing where it takes too long to count. */
export async function HowMany({ counted }: { counted: () => Promise<Reach | null> }) {
  const { contactTable } = await getMessages();
  const reach = await counted();
  return reach && reach.contacts > 0 ? contactTable.howMany(reach) : null;
}
