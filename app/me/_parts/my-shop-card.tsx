"use client";

import { Ban, Pause } from "lucide-react";
import type { MyShop } from "#lib/connect/view-my-shop";
import { Button } from "#ui/button";
import { ShopLogo } from "#ui/shop-logo";
import { useFormat } from "../../_i18n/language";
import { useMyMessages } from "../../_i18n/my-language";
import { History } from "./history";
import { PurposeSwitch } from "./purpose-switch";
import { ShopChoices } from "./shop-choices";
import { usePermissions } from "./use-permissions";
import { WithdrawAll } from "./withdraw-all";

const HELD =
  "mt-3 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-[10px] bg-sunken px-3 py-2.5 text-body text-ink-2";

/** A shop that erases what it holds of her: how far it is, and by when it must be done. */
function Erasing({ shop, erasing }: { shop: MyShop; erasing: NonNullable<MyShop["erasing"]> }) {
  const { myPlace } = useMyMessages();
  const format = useFormat();
  const words = myPlace.erasingLine(erasing.percent, format.fullDate(erasing.dueAt));
  return (
    <section aria-label={shop.name} className="flex items-center gap-3 p-4 md:px-5">
      <ShopLogo name={shop.name} size={40} colour={shop.colour} onColour={shop.onColour} />
      <div className="min-w-0 grow">
        <h2 className="break-words font-semibold text-[0.9375rem]/5 max-md:text-lead">{shop.name}</h2>
        <p aria-live="polite" className="text-caption text-ink-3">
          {words}
        </p>
        <progress max={100} value={erasing.percent} aria-label={words} className="mt-1 h-1.5 w-full accent-brand" />
      </div>
    </section>
  );
}

/** One shop: what it may send her, the way to end all of it, and to have it silent for a while or for good. */
export function MyShopCard(props: Parameters<typeof usePermissions>[0]) {
  const { shop } = props;
  const { me, myPlace } = useMyMessages();
  const format = useFormat();
  const permissions = usePermissions(props);
  const { pausedUntil, blockedAt, erasing } = shop;
  const anyOn = shop.permissions.some(({ state }) => state === "on");
  if (erasing) return <Erasing shop={shop} erasing={erasing} />;
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
        {anyOn && !blockedAt ? <WithdrawAll shopName={shop.name} permissions={permissions} /> : null}
        <ShopChoices shopName={shop.name} blocked={blockedAt !== null} permissions={permissions} />
      </header>
      {pausedUntil && !blockedAt ? (
        <p className={HELD}>
          <Pause aria-hidden="true" size={16} className="shrink-0" />
          <span className="min-w-0 grow">{myPlace.pausedLine(format.date(pausedUntil))}</span>
          <Button size="sm" busy={permissions.pending} onClick={permissions.resume}>
            {myPlace.resume}
          </Button>
        </p>
      ) : null}
      {blockedAt ? (
        <p className={HELD}>
          <Ban aria-hidden="true" size={16} className="shrink-0" />
          <span className="min-w-0 grow">{myPlace.blockedLine(format.sinceInline(blockedAt))}</span>
          <Button size="sm" busy={permissions.pending} onClick={permissions.unblock}>
            {myPlace.unblock}
          </Button>
        </p>
      ) : (
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
      )}
      <History shop={shop.slug} acts={shop.history} />
    </section>
  );
}
