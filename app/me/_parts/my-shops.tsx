"use client";

import { Store } from "lucide-react";
import { useState } from "react";
import type { MyShops as Mine } from "#lib/connect/list-my-shops";
import type { MyShop } from "#lib/connect/view-my-shop";
import { firstName } from "#lib/shops/actor";
import { Card } from "#ui/card";
import { EmptyState } from "#ui/empty-state";
import { useFormat, useMessages, ZoneProvider } from "../../_i18n/language";
import { MyShopCard } from "./my-shop-card";
import { useOwnZone } from "./use-own-zone";

type Props = {
  person: { id: string; name: string };
  mine: Mine;
  /** When the server drew the page (ISO 8601). */
  drawnAt: string;
};

const allowsAny = (shop: MyShop) => shop.permissions.some(({ state }) => state === "on");

/** Every shop that knows her, with what each may send her, in her own zone. */
export function MyShops({ person, mine, drawnAt }: Props) {
  const { me } = useMessages();
  const { locale } = useFormat();
  const zone = useOwnZone(mine.shops[0]?.timeZone ?? "UTC");
  const [shops, setShops] = useState(mine.shops);
  const keep = (changed: MyShop) =>
    setShops((before) => before.map((shop) => (shop.slug === changed.slug ? changed : shop)));
  const allowed = shops.filter(allowsAny).length;
  return (
    <ZoneProvider locale={locale} timeZone={zone} drawnAt={drawnAt}>
      <p className="text-label text-ink-2">{me.hello(firstName(person.name))}</p>
      <h1 className="type-heading">{me.title}</h1>
      {shops.length === 0 ? (
        <Card className="mt-5">
          <EmptyState icon={<Store aria-hidden="true" size={22} />} title={me.noShops} text={me.noShopsText} />
        </Card>
      ) : (
        <>
          <p aria-live="polite" className="mt-1 mb-5 max-w-140 text-pretty text-body text-ink-2">
            {allowed === 0 ? me.leadNone : me.lead(allowed)}
          </p>
          <Card className="divide-y divide-line">
            {shops.map((shop) => (
              <MyShopCard
                key={shop.slug}
                shop={shop}
                personId={person.id}
                textVersion={mine.textVersion}
                onChange={keep}
              />
            ))}
          </Card>
        </>
      )}
    </ZoneProvider>
  );
}
