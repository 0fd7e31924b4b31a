"use client";

import { useMyMessages } from "../../_i18n/my-language";

const has = <T extends object>(texts: T, key: string): key is keyof T & string => Object.hasOwn(texts, key);

/** Says by which act of hers a record was made, and what kind of record it is; empty for what has no words. */
export function useSpokenAct() {
  const { me } = useMyMessages();
  return {
    actOf: (act: string | null) => (act !== null && has(me.acts, act) ? me.acts[act] : ""),
    recordOf: (action: string) => (has(me.records, action) ? me.records[action] : action),
  };
}
