"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useFormat } from "../../_i18n/language";
import { useMyMessages } from "../../_i18n/my-language";
import { keepText, keptText } from "../../_shared/kept-text";
import { newKey } from "../../_shared/new-key";
import { useRun } from "../../_shared/use-run";
import { answerMyShopAction } from "../actions";

export type Answering = { personId: string; shop: { slug: string; name: string }; conversationId: string };

/**
 * What a shopper writes in her own place: kept on this browser until the shop has it, and sent again under the same key
 * after a failure or a reload, so that it is stored once. What she types while it is on its way stays.
 */
export function useAnswer({ personId, shop, conversationId }: Answering) {
  const { myPlace } = useMyMessages();
  const { locale } = useFormat();
  const router = useRouter();
  const kept = `me:${conversationId}`;
  const keptKey = `${kept}:key`;
  const key = useRef("");
  const latest = useRef("");
  const [text, setText] = useState("");
  const [problem, setProblem] = useState("");
  const { busy: sending, run } = useRun(setProblem, myPlace.notSent);
  useEffect(() => {
    if (latest.current !== "") return;
    latest.current = keptText(kept);
    key.current = keptText(keptKey);
    setText(latest.current);
  }, [kept, keptKey]);

  function change(next: string) {
    key.current = "";
    latest.current = next;
    setText(next);
    keepText(kept, next);
    keepText(keptKey, "");
  }

  function send() {
    if (sending || text.trim() === "") return;
    key.current ||= newKey();
    const clientKey = key.current;
    keepText(keptKey, clientKey);
    const wish = { shop: shop.slug, person: personId, conversationId, clientKey, body: text, locale };
    run(
      () => answerMyShopAction(wish),
      () => {
        setProblem("");
        if (latest.current === text) change("");
        router.refresh();
      },
    ).catch(reportError);
  }
  return { text, setText: change, sending, problem, send };
}
