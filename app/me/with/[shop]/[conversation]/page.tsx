import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OneOfMine } from "#lib/connect/input";
import { loadMyConversation, type MyThread } from "#lib/connect/load-my-conversation";
import { AppError } from "#lib/core/errors";
import { parseInput } from "#lib/http/outcome";
import type { Person } from "#lib/shops/actor";
import { getMessages } from "../../../../_i18n/server";
import { MyConversation } from "../../../_parts/my-conversation";
import { MyPage } from "../../../my-page";

type Props = {
  params: Promise<{ shop: string; conversation: string }>;
  searchParams: Promise<{ before?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getMessages()).myPlace.home };
}

async function read(person: Person, { params, searchParams }: Props): Promise<MyThread> {
  const [{ shop, conversation: conversationId }, { before }] = await Promise.all([params, searchParams]);
  const page = typeof before === "string" && /^\d{1,15}$/.test(before) ? { before: Number(before) } : {};
  try {
    return await loadMyConversation(person, parseInput(OneOfMine, { shop, conversationId, ...page }));
  } catch (error) {
    if (error instanceof AppError && (error.code === "not_found" || error.code === "invalid")) notFound();
    throw error;
  }
}

export default async function Conversation(props: Props) {
  const paged = (await props.searchParams).before !== undefined;
  return MyPage({
    tab: "home",
    async draw(person) {
      const thread = await read(person, props);
      return {
        zone: thread.shop.timeZone,
        content: <MyConversation key={thread.id} personId={person.id} thread={thread} paged={paged} />,
      };
    },
  });
}
