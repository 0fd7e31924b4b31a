"use client";

import type { MyPermission } from "#lib/connect/view-my-shop";
import { useFormat, useMessages } from "../../_i18n/language";
import { useMyMessages } from "../../_i18n/my-language";
import { useSpokenAct } from "./use-spoken-act";

/** Says how a permission stands, since when and by which act of hers. */
export function useStanding({ state, at, act }: MyPermission): string {
  const { me } = useMyMessages();
  const { permissions } = useMessages();
  const format = useFormat();
  const { actOf } = useSpokenAct();
  if (!at || state === "not_given") return me.neverGiven;
  const how = actOf(act) && ` · ${actOf(act)}`;
  const when = format.sinceInline(at);
  if (state === "on") return me.since(when) + how;
  return state === "off" ? permissions.withdrawn(when) + how : permissions.refused(when);
}
