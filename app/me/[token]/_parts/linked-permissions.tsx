"use client";

import { useState } from "react";
import type { LinkedShop } from "#lib/connect/by-link";
import type { MyPermission } from "#lib/connect/view-my-shop";
import type { Purpose } from "#lib/contacts/purposes";
import { Button } from "#ui/button";
import { Card } from "#ui/card";
import { ShopLogo } from "#ui/shop-logo";
import { TextLink } from "#ui/text-link";
import { notify } from "#ui/toast";
import { useFormat, useMessages } from "../../../_i18n/language";
import { useMyMessages } from "../../../_i18n/my-language";
import { useRun } from "../../../_shared/use-run";
import { useStanding } from "../../_parts/use-standing";
import { undoByLinkAction, withdrawByLinkAction } from "../actions";

type RowProps = { permission: MyPermission; busy: boolean; onWithdraw: () => void };

function Row({ permission, busy, onWithdraw }: RowProps) {
  const { me } = useMyMessages();
  const { permissions } = useMessages();
  const { purpose, state, text } = permission;
  const standing = useStanding(permission);
  return (
    <li className="flex flex-wrap items-center gap-3 border-line border-t px-4 py-3">
      <div className="min-w-0 grow basis-60">
        <p className="text-body text-ink-2">{text}</p>
        <p className="text-caption text-ink-3">{standing}</p>
      </div>
      {state === "on" ? (
        <Button size="sm" busy={busy} onClick={onWithdraw} aria-label={me.withdrawOne(permissions.names[purpose])}>
          {me.withdraw}
        </Button>
      ) : null}
    </li>
  );
}

type Props = {
  token: string;
  shop: LinkedShop;
  /** She came by the end of an offer: stopping offers is the first thing here. */
  stopsOffers: boolean;
};

/**
 * What one shop may send her, and the buttons that take it back. Nothing here can be allowed but what was taken back here
 * a moment ago.
 */
export function LinkedPermissions({ token, shop: drawn, stopsOffers }: Props) {
  const { me, myPlace } = useMyMessages();
  const { permissions, common } = useMessages();
  const { locale } = useFormat();
  const [shop, setShop] = useState(drawn);
  const { busy, run } = useRun(undefined, me.notChanged);
  const on = shop.permissions.filter(({ state }) => state === "on").map(({ purpose }) => purpose);

  function withdraw(purposes: Purpose[], said: string) {
    if (busy) return;
    run(
      () => withdrawByLinkAction({ token, purposes, locale }),
      ({ shop: changed, undo }) => {
        setShop(changed);
        notify(said, undo === null ? {} : { undo: { label: common.undo, run: () => giveBack(undo) } });
      },
    ).catch(reportError);
  }

  function giveBack(undo: string) {
    run(
      () => undoByLinkAction({ token, undo, locale }),
      ({ shop: changed }) => {
        setShop(changed);
        notify(myPlace.linkUndone);
      },
    ).catch(reportError);
  }

  return (
    <Card className="mx-auto max-w-150">
      <header className="flex items-center gap-3 p-4">
        <ShopLogo name={shop.name} size={40} colour={shop.colour} onColour={shop.onColour} />
        <h1 className="type-title min-w-0 text-balance break-words">{myPlace.linkTitle(shop.name)}</h1>
      </header>
      {stopsOffers && on.includes("offers") ? (
        <div className="px-4 pb-4">
          <Button
            variant="primary"
            size="xl"
            block
            busy={busy}
            onClick={() => withdraw(["offers"], me.withdrawn(permissions.names.offers, shop.name))}
          >
            {myPlace.stopOffers}
          </Button>
        </div>
      ) : null}
      <ul>
        {shop.permissions.map((permission) => (
          <Row
            key={permission.purpose}
            permission={permission}
            busy={busy}
            onWithdraw={() =>
              withdraw([permission.purpose], me.withdrawn(permissions.names[permission.purpose], shop.name))
            }
          />
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-3 border-line border-t p-4">
        <p className="min-w-0 grow basis-60 text-caption text-ink-3">
          {myPlace.linkOnly} <TextLink href="/me/permissions">{myPlace.signInForAll}</TextLink>
        </p>
        {on.length > 1 ? (
          <Button variant="danger" busy={busy} onClick={() => withdraw(on, me.withdrawnAll(shop.name))}>
            {me.withdrawAll}
          </Button>
        ) : null}
      </div>
    </Card>
  );
}
