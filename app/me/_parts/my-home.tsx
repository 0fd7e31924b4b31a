"use client";

import { ChevronRight, ShieldCheck } from "lucide-react";
import type { MyConversation } from "#lib/connect/list-my-conversations";
import type { MyReceipt } from "#lib/connect/list-my-receipts";
import type { MyShop } from "#lib/connect/view-my-shop";
import { firstName } from "#lib/shops/actor";
import { Card, CardHead } from "#ui/card";
import { PageLink } from "#ui/page-link";
import { TextLink } from "#ui/text-link";
import { useMyMessages } from "../../_i18n/my-language";
import { ConversationList } from "./conversation-list";
import { ReceiptRow } from "./receipt-row";

const FIRST_RECEIPTS = 3;

const may = ({ permissions, blockedAt }: MyShop, purpose?: string) =>
  blockedAt === null && permissions.some((one) => one.state === "on" && (!purpose || one.purpose === purpose));

function PermissionCard({ shops }: { shops: readonly MyShop[] }) {
  const { me, myPlace } = useMyMessages();
  const [allowed, offers] = [shops.filter((shop) => may(shop)), shops.filter((shop) => may(shop, "offers"))];
  const words = allowed.length > 0 ? myPlace.mayWrite(allowed.length) : myPlace.nobodyMay;
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
        <p className="text-label text-ink-2">
          {offers.length > 0 ? `${words}, ${myPlace.withOffers(offers.length)}` : words}
        </p>
      </div>
      <ChevronRight aria-hidden="true" size={18} className="shrink-0 text-ink-2" />
    </Card>
  );
}

type Props = {
  name: string;
  shops: readonly MyShop[];
  conversations: readonly MyConversation[];
  receipts: readonly MyReceipt[];
};

/** What a shopper has with all her shops, at a glance. */
export function MyHome({ name, shops, conversations, receipts }: Props) {
  const { me, myPlace } = useMyMessages();
  return (
    <div className="mx-auto grid max-w-150 gap-4">
      <h1 className="type-heading break-words">{me.hello(firstName(name))}</h1>
      <PermissionCard shops={shops} />
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
              receipts.length > FIRST_RECEIPTS ? (
                <TextLink href="/me/receipts" className="text-label">
                  {myPlace.allReceipts(receipts.length)}
                </TextLink>
              ) : undefined
            }
          />
          <ul>
            {receipts.slice(0, FIRST_RECEIPTS).map((receipt) => (
              <ReceiptRow key={receipt.orderId} receipt={receipt} />
            ))}
          </ul>
        </Card>
      ) : null}
    </div>
  );
}
