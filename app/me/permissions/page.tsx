import type { Metadata } from "next";
import { listMyShops } from "#lib/connect/list-my-shops";
import { getMessages } from "../../_i18n/server";
import { MyShops } from "../_parts/my-shops";
import { MyPage } from "../my-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getMessages()).me.title };
}

export default async function Permissions() {
  return MyPage({
    tab: "permissions",
    async draw(person, locale) {
      const mine = await listMyShops(person, locale);
      return {
        zone: mine.shops[0]?.timeZone,
        content: <MyShops key={`${person.id} ${locale}`} personId={person.id} mine={mine} />,
      };
    },
  });
}
