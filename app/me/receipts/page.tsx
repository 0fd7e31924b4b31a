import type { Metadata } from "next";
import { listMyReceipts } from "#lib/connect/list-my-receipts";
import { getMessages } from "../../_i18n/server";
import { MyReceipts } from "../_parts/my-receipts";
import { MyPage } from "../my-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getMessages()).myPlace.receipts };
}

export default async function Receipts() {
  return MyPage({
    tab: "receipts",
    async draw(person) {
      const receipts = await listMyReceipts(person);
      return { zone: receipts[0]?.shop.timeZone, content: <MyReceipts receipts={receipts} /> };
    },
  });
}
