"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import type { MyThread } from "#lib/connect/load-my-conversation";
import type { ReportMessage } from "#lib/conversations/reports/input";
import { notify } from "#ui/toast";
import { useMessages } from "../../_i18n/language";
import { useMyMessages } from "../../_i18n/my-language";
import { reportMineAction } from "../actions";

export type Reports = ReturnType<typeof useReports>;

/**
 * What she reported in one conversation, and how to report and to take that back. One act at a time. What the shop
 * answers stands until the page is read again, which it may be between a report and its Undo, or drawn anew.
 */
export function useReports(personId: string, { id: conversationId, shop, reported: loaded }: MyThread) {
  const { me, myPlace } = useMyMessages();
  const { common } = useMessages();
  const [pending, start] = useTransition();
  const router = useRouter();
  const [held, setHeld] = useState({ loaded, reported: loaded });
  const latest = useRef(loaded);
  useEffect(() => {
    latest.current = loaded;
  });
  const reported = held.loaded === loaded ? held.reported : loaded;

  function run(wish: ReportMessage, said: string, undo?: { undo: { label: string; run: () => void } }) {
    if (pending) return;
    start(async () => {
      const place = { shop: shop.slug, person: personId, conversationId };
      const outcome = await reportMineAction({ ...place, ...wish }).catch(() => null);
      if (!outcome?.ok) return notify(outcome?.problem.message ?? me.notChanged, { outcome: "failed" });
      setHeld({ loaded: latest.current, reported: outcome.value.reported });
      router.refresh();
      notify(said, undo);
    });
  }

  const takeBack = (messageId: string) => run({ messageId, reported: false, reason: null }, myPlace.reportGone);

  return {
    pending,
    isReported: (messageId: string) => reported.includes(messageId),
    report: (messageId: string, reason: ReportMessage["reason"]) =>
      run({ messageId, reported: true, reason }, myPlace.reportDone(shop.name), {
        undo: { label: common.undo, run: () => takeBack(messageId) },
      }),
    takeBack,
  };
}
