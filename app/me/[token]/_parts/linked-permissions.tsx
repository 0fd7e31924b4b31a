"use client";

import { useState, useTransition } from "react";
import type { LinkedShop } from "#lib/connect/by-link";
import type { MyPermission } from "#lib/connect/view-my-shop";
import type { Purpose } from "#lib/contacts/permissions";
import { Button } from "#ui/button";
import { Card } from "#ui/card";
import { ShopLogo } from "#ui/shop-logo";
import { TextLink } from "#ui/text-link";
import { notify } from "#ui/toast";
import { useFormat, useMessages } from "../../../_i18n/language";
import { useMyMessages } from "../../../_i18n/my-language";
import { withdrawByLinkAction } from "../actions";

type RowProps = { permission: MyPermission; busy: boolean; onWithdraw: () => void };

function Row({ permission, busy, onWithdraw }: RowProps) {
  const { me } = useMyMessages();
  const { permissions } = useMessages();
  const format = useFormat();
  const { purpose, state, at, text } = permission;
  const when = at ? format.sinceInline(at) : "";
  const standing =
    state === "on"
      ? me.since(when)
      : state === "off"
        ? permissions.withdrawn(when)
        : state === "refused"
          ? permissions.refused(when)
          : me.neverGiven;
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

/** What one shop may send her, and the buttons that take it back. Nothing here can be allowed. */
export function LinkedPermissions({ token, shop: drawn }: { token: string; shop: LinkedShop }) {
  const { me, myPlace } = useMyMessages();
  const { permissions } = useMessages();
  const { locale } = useFormat();
  const [shop, setShop] = useState(drawn);
  const [busy, start] = useTransition();
  const on = shop.permissions.filter(({ state }) => state === "on").map(({ purpose }) => purpose);

  function withdraw(purposes: Purpose[], said: string) {
    if (busy) return;
    start(async () => {
      const outcome = await withdrawByLinkAction({ token, purposes, locale }).catch(() => null);
      if (outcome?.ok) setShop(outcome.value);
      notify(outcome?.ok ? said : (outcome?.problem.message ?? me.notChanged), {
        outcome: outcome?.ok ? "done" : "failed",
      });
    });
  }

  return (
    <Card className="mx-auto max-w-150">
      <header className="flex items-center gap-3 p-4">
        <ShopLogo name={shop.name} size={40} colour={shop.colour} onColour={shop.onColour} />
        <h1 className="type-title min-w-0 text-balance break-words">{myPlace.linkTitle(shop.name)}</h1>
      </header>
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
