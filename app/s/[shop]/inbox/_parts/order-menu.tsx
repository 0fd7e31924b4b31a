"use client";

import { ArrowDownNarrowWide } from "lucide-react";
import { useRouter } from "next/navigation";
import type { ConversationList } from "#lib/conversations/conversation-list";
import { orderOf } from "#lib/conversations/conversation-order";
import { IconButton } from "#ui/icon-button";
import { Menu, MenuChoices } from "#ui/menu";
import { useMessages } from "../../../../_i18n/language";
import { useShop } from "../../_parts/live-shop";
import { inboxPath, ORDERS } from "../../places";

/** In which order a view shows its conversations, where there is a choice. */
export function OrderMenu({ list, selected }: { list: ConversationList; selected: string | null }) {
  const { sort } = useMessages().inboxMessenger;
  const { slug } = useShop();
  const router = useRouter();
  const { view, order } = list;
  if (order === "waking" || orderOf(view, "newest") !== "newest" || orderOf(view, "ending") !== "ending") return null;
  const label = `${sort.label}: ${sort[order]}`;
  return (
    <Menu
      align="end"
      trigger={<IconButton label={label} icon={<ArrowDownNarrowWide aria-hidden="true" size={18} />} />}
    >
      <MenuChoices
        value={order}
        onChange={(next) => router.replace(inboxPath(slug, view, selected ?? undefined, next))}
        options={ORDERS.map((value) => ({ value, label: sort[value] }))}
      />
    </Menu>
  );
}
