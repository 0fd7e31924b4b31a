"use client";

import { useRouter } from "next/navigation";
import type { Alternative } from "#lib/contacts/send-facts";
import { applyToTimeline } from "#lib/conversations/timeline";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import { Button } from "#ui/button";
import { useMessages } from "../../../../_i18n/language";
import { newKey } from "../../../../_shared/new-key";
import { useRun } from "../../../../_shared/use-run";
import { useShop } from "../../_parts/live-shop";
import { inboxPath } from "../../places";
import { useKeyed } from "../../use-keyed";
import { useCopy } from "../use-copy";
import { useInbox } from "./inbox-context";

type Props = {
  row: ConversationRow;
  ways: readonly Alternative[];
  link: string | null;
  text: string;
  onMoved: () => void;
};

/** What can be done instead of answering here. A way that does nothing for this contact is not offered. */
export function Alternatives({ row, ways, link, text, onMoved }: Props) {
  const { instead } = useMessages().inboxMessenger;
  const { details, actions, loader } = useInbox();
  const { slug, drafts, threads } = useShop();
  const router = useRouter();
  const copy = useCopy();
  const { busy, run } = useRun();
  const held = useKeyed(details, row.contact.id);
  const webChat = held?.contact.conversations.find((one) => one.channel === "web_chat");
  const order = held?.orders.find((one) => !one.receiptIn.includes(row.id));

  function move(to: NonNullable<typeof webChat>) {
    if (text.trim() !== "") {
      drafts.add({ conversationId: to.id, kind: "reply" }, text);
      if (drafts.offer({ conversationId: row.id, kind: "reply" }))
        drafts.setOffer({ conversationId: to.id, kind: "reply" }, true);
      const replies = drafts.replies({ conversationId: row.id, kind: "reply" });
      if (replies.length > 0) drafts.setReplies({ conversationId: to.id, kind: "reply" }, replies);
      onMoved();
    }
    router.push(inboxPath(slug, to.status, to.id));
  }
  const sendReceipt = (orderId: string) =>
    run(
      () => actions.sendReceipt({ conversationId: row.id, orderId, clientKey: newKey() }),
      (message) => {
        threads.change(row.id, (timeline) => applyToTimeline(timeline, { type: "message.stored", message }));
        loader.contact(row.contact.id).catch(reportError);
      },
    );

  return (
    <>
      {ways.includes("web_chat") && webChat ? (
        <Button size="sm" onClick={() => move(webChat)}>
          {instead.webChat}
        </Button>
      ) : null}
      {ways.includes("m_me") && link ? (
        <Button size="sm" onClick={() => copy(link, instead.linkCopied)}>
          {instead.copyLink}
        </Button>
      ) : null}
      {ways.includes("receipt") && order ? (
        <Button size="sm" busy={busy} onClick={() => sendReceipt(order.id)}>
          {instead.orderNews}
        </Button>
      ) : null}
    </>
  );
}
