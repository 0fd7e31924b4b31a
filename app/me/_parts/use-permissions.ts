"use client";

import { useState, useTransition } from "react";
import type { MyShop } from "#lib/connect/view-my-shop";
import type { Purpose } from "#lib/contacts/permissions";
import type { Outcome } from "#lib/http/outcome";
import { notify } from "#ui/toast";
import { useFormat, useMessages } from "../../_i18n/language";
import { grantPermissionAction, withdrawPermissionAction } from "../actions";

type Props = { shop: MyShop; personId: string; textVersion: string; onChange: (shop: MyShop) => void };

/**
 * What she may do at one shop. Each press is an act of hers with its own record; nothing is taken back by itself, so
 * there is no undo. While one is under way further presses do nothing.
 */
export function usePermissions({ shop, personId, textVersion, onChange }: Props) {
  const { me, permissions } = useMessages();
  const { locale } = useFormat();
  const [pending, start] = useTransition();
  const [asked, setAsked] = useState<Partial<Record<Purpose, boolean>>>({});
  const place = { shop: shop.slug, person: personId, locale };

  function run(wanted: Partial<Record<Purpose, boolean>>, act: () => Promise<Outcome<MyShop>>, said: string) {
    if (pending) return;
    setAsked(wanted);
    start(async () => {
      const outcome = await act().catch(() => null);
      setAsked({});
      if (outcome?.ok) onChange(outcome.value);
      notify(outcome?.ok ? said : (outcome?.problem.message ?? me.notChanged), {
        outcome: outcome?.ok ? "done" : "failed",
      });
    });
  }

  return {
    pending,
    /** What a switch shows: what she has just asked for, else what holds. */
    isOn: (purpose: Purpose) =>
      asked[purpose] ?? shop.permissions.some((one) => one.purpose === purpose && one.state === "on"),
    turn(purpose: Purpose, on: boolean) {
      const name = permissions.names[purpose];
      if (on)
        run(
          { [purpose]: true },
          () => grantPermissionAction({ ...place, purpose, textVersion }),
          me.allowed(name, shop.name),
        );
      else
        run(
          { [purpose]: false },
          () => withdrawPermissionAction({ ...place, purposes: [purpose] }),
          me.withdrawn(name, shop.name),
        );
    },
    withdrawAll() {
      const purposes = shop.permissions.map((one) => one.purpose);
      run(
        Object.fromEntries(purposes.map((purpose) => [purpose, false])),
        () => withdrawPermissionAction({ ...place, purposes }),
        me.withdrawnAll(shop.name),
      );
    },
  };
}
