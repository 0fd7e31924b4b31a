"use client";

import { type ComponentProps, useState } from "react";
import { Button } from "#ui/button";
import { ConfirmDialog } from "#ui/confirm-dialog";
import { ShopLogo } from "#ui/shop-logo";
import { useFormat, useMessages } from "../../_i18n/language";
import { History } from "./history";
import { PurposeSwitch } from "./purpose-switch";
import { usePermissions } from "./use-permissions";

/** One shop: what it may send her, and the way to end all of it. */
export function MyShopCard(props: Parameters<typeof usePermissions>[0]) {
  const { shop } = props;
  const { me } = useMessages();
  const format = useFormat();
  const permissions = usePermissions(props);
  const [asking, setAsking] = useState(false);
  const anyOn = shop.permissions.some(({ state }) => state === "on");
  const confirm: ComponentProps<typeof ConfirmDialog> = {
    open: asking,
    onOpenChange: setAsking,
    title: me.withdrawAllTitle(shop.name),
    text: me.withdrawAllText(shop.name),
    confirm: me.withdrawAll,
    danger: true,
    onConfirm() {
      setAsking(false);
      permissions.withdrawAll();
    },
  };
  return (
    <section aria-label={shop.name} className="p-4 md:px-5">
      <header className="flex items-center gap-3">
        <ShopLogo name={shop.name} size={40} colour={shop.colour} onColour={shop.onColour} />
        <div className="min-w-0 grow">
          <h2 className="break-words font-semibold text-[0.9375rem]/5 max-md:text-lead">{shop.name}</h2>
          <p className="text-caption text-ink-3">
            {shop.lastMessageAt ? me.lastMessage(format.sinceInline(shop.lastMessageAt)) : me.noMessage}
          </p>
        </div>
        {anyOn ? (
          <Button variant="danger" size="sm" busy={permissions.pending} onClick={() => setAsking(true)}>
            {me.withdrawAll}
          </Button>
        ) : null}
      </header>
      <div className="mt-3 grid gap-2 md:grid-cols-3">
        {shop.permissions.map((permission) => (
          <PurposeSwitch
            key={permission.purpose}
            permission={permission}
            shopName={shop.name}
            on={permissions.isOn(permission.purpose)}
            onTurn={(on) => permissions.turn(permission.purpose, on)}
          />
        ))}
      </div>
      <History acts={shop.history} />
      <ConfirmDialog {...confirm} />
    </section>
  );
}
