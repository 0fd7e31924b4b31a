import type { Metadata } from "next";
import { countMayWrite } from "#lib/connect/count-may-write";
import { listMyConversations } from "#lib/connect/list-my-conversations";
import { listMyReceipts } from "#lib/connect/list-my-receipts";
import { getMessages } from "../_i18n/server";
import { MyHome } from "./_parts/my-home";
import { MyPage } from "./my-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getMessages()).myPlace.nav };
}

/** How many receipts are shown here; one more tells whether there are more. */
const FIRST_RECEIPTS = 3;

export default async function Home() {
  return MyPage({
    tab: "home",
    async draw(person) {
      const [{ timeZone, ...mayWrite }, conversations, receipts] = await Promise.all([
        countMayWrite(person),
        listMyConversations(person),
        listMyReceipts(person, FIRST_RECEIPTS + 1),
      ]);
      const shown = {
        ...{ name: person.name, mayWrite, conversations, receipts: receipts.slice(0, FIRST_RECEIPTS) },
        moreReceipts: receipts.length > FIRST_RECEIPTS,
      };
      return { zone: timeZone ?? undefined, content: <MyHome {...shown} /> };
    },
  });
}
