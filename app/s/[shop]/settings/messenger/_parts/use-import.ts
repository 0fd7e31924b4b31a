"use client";

import { useState, useTransition } from "react";
import { useMessages } from "#app/_i18n/language";
import type { ImportView } from "#lib/channels/messenger/history/view-import";
import type { Outcome } from "#lib/http/outcome";
import { notify } from "#ui/toast";
import { noAnswer } from "../../../../../_shared/no-answer";
import { useShop } from "../../../_parts/live-shop";
import { cancelImportAction, pauseImportAction, resumeImportAction, startImportAction } from "../history/actions";
import { useChannelView } from "./use-channel-view";

type Command = (slug: string, input: { channelId: string }) => Promise<Outcome<ImportView | null>>;

const COMMANDS = {
  start: startImportAction,
  pause: pauseImportAction,
  resume: resumeImportAction,
  cancel: cancelImportAction,
} satisfies Record<string, Command>;

/** A Page's import as it is now, followed live, and what can be done with it. */
export function useImport(channelId: string, loaded: ImportView | null) {
  const { slug } = useShop();
  const { common } = useMessages();
  const [view, setView] = useState(loaded);
  const [pending, start] = useTransition();

  /** A copy of the same import that is older than the one shown is not taken. */
  const take = (next: ImportView | null) =>
    setView((held) => (held && next && held.id === next.id && next.version < held.version ? held : next));

  useChannelView(channelId, "history", take);

  const act = (name: keyof typeof COMMANDS) =>
    start(async () => {
      const outcome = await COMMANDS[name](slug, { channelId }).catch(noAnswer);
      if (outcome?.ok) take(outcome.value);
      else notify(outcome?.problem.message ?? common.noConnection, { outcome: "failed" });
    });
  return { view, pending, act };
}
