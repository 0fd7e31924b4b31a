import type { Metadata } from "next";
import { listMyConversations } from "#lib/connect/list-my-conversations";
import { listMyReceipts } from "#lib/connect/list-my-receipts";
import { listMyShops } from "#lib/connect/list-my-shops";
import { getMessages } from "../_i18n/server";
import { MyHome } from "./_parts/my-home";
import { MyPage } from "./my-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getMessages()).myPlace.nav };
}

export default async function Home() {
  return MyPage({
    tab: "home",
    async draw(person, locale) {
      const [{ shops }, conversations, receipts] = await Promise.all([
        listMyShops(person, locale),
        listMyConversations(person),
        listMyReceipts(person),
      ]);
      return {
        zone: shops[0]?.timeZone,
        content: <MyHome name={person.name} shops={shops} conversations={conversations} receipts={receipts} />,
      };
    },
  });
}
