import type { Metadata } from "next";
import { OneOfMine } from "#lib/connect/input";
import { loadMyConversation, type MyThread } from "#lib/connect/load-my-conversation";
import { parseInput } from "#lib/http/outcome";
import type { Person } from "#lib/shops/actor";
import { getMessages } from "../../../../_i18n/server";
import { orNotFound } from "../../../../_shared/or-not-found";
import { MyConversation } from "../../../_parts/my-conversation";
import { MyPage } from "../../../my-page";

type Props = {
  params: Promise<{ shop: string; conversation: string }>;
  searchParams: Promise<{ before?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getMessages()).myPlace.home };
}

async function find(person: Person, { params, searchParams }: Props): Promise<MyThread> {
  const [{ shop, conversation: conversationId }, { before }] = await Promise.all([params, searchParams]);
  const page = typeof before === "string" && /^\d{1,15}$/.test(before) ? { before: Number(before) } : {};
  return loadMyConversation(person, parseInput(OneOfMine, { shop, conversationId, ...page }));
}

export default async function Conversation(props: Props) {
  const paged = (await props.searchParams).before !== undefined;
  return MyPage({
    tab: "home",
    async draw(person) {
      const thread = await orNotFound(find(person, props));
      return {
        zone: thread.shop.timeZone,
        content: <MyConversation key={thread.id} personId={person.id} thread={thread} paged={paged} />,
      };
    },
  });
}
