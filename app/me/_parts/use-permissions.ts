"use client";

import { useState } from "react";
import type { MyShop } from "#lib/connect/view-my-shop";
import type { Purpose } from "#lib/contacts/purposes";
import type { Outcome } from "#lib/http/outcome";
import { notify } from "#ui/toast";
import { useFormat, useMessages } from "../../_i18n/language";
import { useMyMessages } from "../../_i18n/my-language";
import { useRun } from "../../_shared/use-run";
import {
  blockShopAction,
  eraseMineAction,
  grantPermissionAction,
  pauseShopAction,
  withdrawPermissionAction,
} from "../actions";

type Props = { shop: MyShop; personId: string; textVersion: string; onChange: (shop: MyShop) => void };
type Undo = { undo: { label: string; run: () => void } };

/**
 * What she may do at one shop. Each press is an act of hers with its own record; what she allowed is never given back
 * by an undo. While one is under way further presses do nothing.
 */
export function usePermissions({ shop, personId, textVersion, onChange }: Props) {
  const { me, myPlace } = useMyMessages();
  const { permissions, common } = useMessages();
  const format = useFormat();
  const [asked, setAsked] = useState<Partial<Record<Purpose, boolean>>>({});
  const { busy: pending, run: act } = useRun((why) => {
    setAsked({});
    notify(why, { outcome: "failed" });
  }, me.notChanged);
  const place = { shop: shop.slug, person: personId, locale: format.locale };

  function run(wanted: typeof asked, action: () => Promise<Outcome<MyShop>>, said: string, undo?: Undo) {
    if (pending) return;
    setAsked(wanted);
    act(action, (changed) => {
      setAsked({});
      onChange(changed);
      notify(said, undo);
    }).catch(reportError);
  }

  const resume = () => run({}, () => pauseShopAction({ ...place, until: null }), myPlace.resumed(shop.name));

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
    /** Until the end of a day, which the notice names; the notice also takes it back. */
    pause(until: Date) {
      const action = () => pauseShopAction({ ...place, until: until.toISOString() });
      run({}, action, myPlace.paused(shop.name, format.date(until)), { undo: { label: common.undo, run: resume } });
    },
    resume,
    block: () => run({}, () => blockShopAction({ ...place, blocked: true }), myPlace.blocked(shop.name)),
    erase() {
      if (pending) return;
      act(
        () => eraseMineAction(place),
        ({ dueAt }) => {
          onChange({ ...shop, erasing: { percent: 0, dueAt } });
          notify(myPlace.erasing(shop.name));
        },
      ).catch(reportError);
    },
    unblock: () => run({}, () => blockShopAction({ ...place, blocked: false }), myPlace.unblocked(shop.name)),
  };
}
