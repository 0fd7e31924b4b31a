"use client";

import { ChevronRight, ShieldCheck } from "lucide-react";
import type { MayWrite } from "#lib/connect/count-may-write";
import type { MyConversation } from "#lib/connect/list-my-conversations";
import type { MyReceipt } from "#lib/connect/list-my-receipts";
import { firstName } from "#lib/shops/actor";
import { Card, CardHead } from "#ui/card";
import { PageLink } from "#ui/page-link";
import { TextLink } from "#ui/text-link";
import { useMyMessages } from "../../_i18n/my-language";
import { ConversationList } from "./conversation-list";
import { NoticesCard } from "./notices-card";
import { ReceiptRow } from "./receipt-row";

function PermissionCard({ any, offers }: Pick<MayWrite, "any" | "offers">) {
  const { me, myPlace } = useMyMessages();
  const words = any > 0 ? myPlace.mayWrite(any) : myPlace.nobodyMay;
  return (
    <Card className="relative flex items-center gap-3 p-4 hover:bg-hover">
      <span className="grid size-10 shrink-0 place-items-center rounded-[10px] bg-brand-soft text-brand-ink">
        <ShieldCheck aria-hidden="true" size={18} />
      </span>
      <div className="min-w-0 grow">
        <h2 className="font-semibold text-body max-md:text-lead">
          <PageLink href="/me/permissions" className="rounded-xs after:absolute after:inset-0 after:rounded-lg">
            {me.title}
          </PageLink>
        </h2>
        <p className="text-label text-ink-2">{offers > 0 ? `${words}, ${myPlace.withOffers(offers)}` : words}</p>
      </div>
      <ChevronRight aria-hidden="true" size={18} className="shrink-0 text-ink-2" />
    </Card>
  );
}

type Props = {
  name: string;
  mayWrite: Pick<MayWrite, "any" | "offers">;
  conversations: readonly MyConversation[];
  /** The latest, and whether there are more. */
  receipts: readonly MyReceipt[];
  moreReceipts: boolean;
};

/** What a shopper has with all her shops, at a glance. */
export function MyHome({ name, mayWrite, conversations, receipts, moreReceipts }: Props) {
  const { me, myPlace } = useMyMessages();
  return (
    <div className="mx-auto grid max-w-150 gap-4">
      <h1 className="type-heading break-words">{me.hello(firstName(name))}</h1>
      <PermissionCard {...mayWrite} />
      <Card aria-labelledby="conversations">
        <CardHead id="conversations" title={myPlace.conversations} />
        <ConversationList conversations={conversations} />
      </Card>
      {receipts.length > 0 ? (
        <Card aria-labelledby="receipts">
          <CardHead
            id="receipts"
            title={myPlace.receipts}
            actions={
              moreReceipts ? (
                <TextLink href="/me/receipts" className="text-label">
                  {myPlace.allReceipts}
                </TextLink>
              ) : undefined
            }
          />
          <ul>
            {receipts.map((receipt) => (
              <ReceiptRow key={receipt.orderId} receipt={receipt} />
            ))}
          </ul>
        </Card>
      ) : null}
      <NoticesCard />
    </div>
  );
}
