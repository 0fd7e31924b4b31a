"use client";

import { useRef, useState, useTransition } from "react";
import { useMessages } from "#app/_i18n/language";
import type { ImportView } from "#lib/channels/messenger/history/view-import";
import type { Outcome } from "#lib/http/outcome";
import { shopChannel } from "#lib/realtime/channels";
import { notify } from "#ui/toast";
import { useChannel } from "../../../../../_realtime/use-channel";
import { useShop } from "../../../_parts/live-shop";
import { fetchJson } from "../../../fetch-json";
import { cancelImportAction, pauseImportAction, resumeImportAction, startImportAction } from "../history/actions";

type Command = (slug: string, input: { channelId: string }) => Promise<Outcome<ImportView | null>>;

const COMMANDS = {
  start: startImportAction,
  pause: pauseImportAction,
  resume: resumeImportAction,
  cancel: cancelImportAction,
} satisfies Record<string, Command>;

/** A Page's import as it is now, followed live, and what can be done with it. */
export function useImport(channelId: string, loaded: ImportView | null) {
  const { id: shopId, slug } = useShop();
  const { common } = useMessages();
  const [view, setView] = useState(loaded);
  const [pending, start] = useTransition();
  const asking = useRef<"no" | "asking" | "again">("no");

  /** A copy of the same import that is older than the one shown is not taken. */
  const take = (next: ImportView | null) =>
    setView((held) => (held && next && held.id === next.id && next.version < held.version ? held : next));

  const refresh = async (): Promise<void> => {
    if (asking.current !== "no") {
      asking.current = "again";
      return;
    }
    asking.current = "asking";
    const answer = await fetchJson<ImportView | null>(`/api/v1/shops/${slug}/channels/${channelId}/history`);
    if (answer.ok) take(answer.value);
    const again = asking.current !== "asking";
    asking.current = "no";
    if (again) await refresh();
  };
  useChannel<{ channelId: string }>(
    shopChannel(shopId),
    {
      "channel.changed": (changed) => {
        if (changed.channelId === channelId) refresh().catch(reportError);
      },
    },
    () => refresh().catch(reportError),
  );

  const act = (name: keyof typeof COMMANDS) =>
    start(async () => {
      const outcome = await COMMANDS[name](slug, { channelId }).catch(() => null);
      if (outcome?.ok) take(outcome.value);
      else notify(outcome?.problem.message ?? common.noConnection, { outcome: "failed" });
    });
  return { view, pending, act };
}
