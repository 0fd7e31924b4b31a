"use client";

import { useCallback, useEffect, useEffectEvent, useRef } from "react";
import { type Draft, filesOf, type Outbox } from "#lib/conversations/outbox";
import type { AttachmentView } from "#lib/conversations/view-message";
import type { Problem } from "#lib/http/outcome";
import { useMessages } from "../../_i18n/language";
import { draftIn, isKept } from "./kept-outbox";
import type { Uploads } from "./uploads";

type Options = {
  memberId: string;
  /** Every file of it is up, or was taken out. */
  onFilled: (draft: Draft, files: readonly AttachmentView[]) => void;
  onRefused: (draft: Draft, problem: Problem) => void;
  /** Another window decided about it. */
  onGone: (draft: Draft) => void;
};

/**
 * Follows the files of what was sent before they were up, until each message is decided: it is filled and goes, or one of
 * them was refused. What another window decided is never decided once more.
 */
export function useOutstanding(outbox: Outbox, uploads: Uploads, options: Options) {
  const { inboxMessenger } = useMessages();
  const { memberId, onFilled, onRefused, onGone } = options;
  const decided = useRef(new Set<string>());
  const decide = useCallback((clientKey: string) => void decided.current.add(clientKey), []);
  const decideAnew = useCallback(
    (clientKey: string) => {
      decided.current.delete(clientKey);
      const place = filesOf({ clientKey });
      for (const { key, state } of uploads.store.get(place) ?? []) if (state === "failed") uploads.retry(key);
    },
    [uploads],
  );

  const look = useEffectEvent((draft: Draft) => {
    const { clientKey } = draft;
    const place = filesOf(draft);
    if (decided.current.has(clientKey)) return;
    const files = uploads.store.get(place) ?? [];
    const failed = files.find(({ state }) => state === "failed" || state === "lost");
    if (!failed && files.some(({ file }) => file === null)) return;
    decide(clientKey);
    if (!isKept(memberId, clientKey)) onGone(draft);
    else if (failed) onRefused(draft, { code: "invalid", message: why(failed) });
    else {
      onFilled(
        draft,
        files.flatMap(({ file }) => file ?? []),
      );
      uploads.clear(place);
    }
  });

  function why({ fileName, state, problem }: { fileName: string; state: string; problem: string | null }): string {
    return state === "lost" ? inboxMessenger.uploadLost(fileName) : (problem ?? inboxMessenger.uploadFailed(fileName));
  }

  useEffect(() => {
    const waiting = outbox.filter(({ outstanding, state }) => outstanding !== null && state === "waiting");
    const stops = waiting.map((draft) => {
      uploads.restore(filesOf(draft));
      const stop = uploads.store.subscribe(filesOf(draft), () => look(draft));
      look(draft);
      return stop;
    });
    return () => {
      for (const stop of stops) stop();
    };
  }, [outbox, uploads]);

  const gone = useEffectEvent((event: StorageEvent) => {
    const key = event.newValue === null ? draftIn(memberId, event) : null;
    const draft = outbox.find(({ clientKey, state }) => clientKey === key && state !== "sending");
    if (draft) onGone(draft);
  });
  useEffect(() => {
    const hear = (event: StorageEvent) => gone(event);
    window.addEventListener("storage", hear);
    return () => window.removeEventListener("storage", hear);
  }, []);

  return { decide, decideAnew };
}
