"use client";

import { Store } from "lucide-react";
import { useState } from "react";
import type { MyShops as Mine } from "#lib/connect/list-my-shops";
import { mayWrite } from "#lib/connect/may-write";
import type { MyShop } from "#lib/connect/view-my-shop";
import { Card } from "#ui/card";
import { EmptyState } from "#ui/empty-state";
import { useMyMessages } from "../../_i18n/my-language";
import { MyData } from "./my-data";
import { MyShopCard } from "./my-shop-card";

/** Every shop that knows her, with what each may send her. */
export function MyShops({ personId, mine }: { personId: string; mine: Mine }) {
  const { me } = useMyMessages();
  const [read, setRead] = useState(mine);
  const [shops, setShops] = useState(mine.shops);
  if (read !== mine) {
    setRead(mine);
    setShops(mine.shops);
  }
  const keep = (changed: MyShop) =>
    setShops((before) => before.map((shop) => (shop.slug === changed.slug ? changed : shop)));
  const allowed = shops.filter((shop) => mayWrite(shop)).length;
  return (
    <>
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
                personId={personId}
                textVersion={mine.textVersion}
                onChange={keep}
              />
            ))}
          </Card>
        </>
      )}
      <MyData personId={personId} />
    </>
  );
}
