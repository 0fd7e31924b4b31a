"use client";

import { useEffect, useReducer, useState, useTransition } from "react";
import { useMessages } from "#app/_i18n/language";
import { useSettingsMessages } from "#app/_i18n/settings-language";
import { applyToDraft, draftOf, isUnsaved } from "#lib/channels/messenger/profile/draft";
import { NO_WORDS } from "#lib/channels/messenger/profile/limits";
import type { ProfileLocale, ProfileWords } from "#lib/channels/messenger/profile/profile";
import type { ProfileView } from "#lib/channels/messenger/profile/save-profile";
import type { Problem } from "#lib/http/outcome";
import { notify } from "#ui/toast";
import { noAnswer } from "../../../../../_shared/no-answer";
import { savingPage } from "../../../../../_shared/touched-fields";
import { useShop } from "../../../_parts/live-shop";
import { saveProfileAction } from "../profile/actions";
import { useChannelView } from "./use-channel-view";

/** A Page's profile as it is saved, followed live, and as it is being written, which nothing but its writer replaces. */
export function useProfile(loaded: ProfileView) {
  const { slug } = useShop();
  const { messengerProfile: texts } = useSettingsMessages();
  const { common } = useMessages();
  const { channelId } = loaded;
  const [state, change] = useReducer(applyToDraft, loaded, draftOf);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, start] = useTransition();
  const { saved, draft, theirs, mine } = state;
  const dirty = isUnsaved(state);
  const refresh = useChannelView<ProfileView>(channelId, "profile", (view) => change({ type: "told", view }));
  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [dirty]);

  const save = (onRefused: (problem: Problem) => void) =>
    start(async () => {
      const kept = savingPage();
      const input = { channelId, profile: draft, version: saved.version };
      const outcome = await saveProfileAction(slug, input).catch(noAnswer);
      if (outcome?.ok) {
        kept();
        change({ type: "saved", view: outcome.value });
        setProblem(null);
        notify(texts.saved);
        return;
      }
      const refusal: Problem = outcome?.problem ?? { code: "unavailable", message: common.noConnection };
      setProblem(refusal);
      onRefused(refusal);
      if (refusal.code === "refused") refresh().catch(reportError); // not waited for: a press of Save meanwhile counts
    });

  return {
    saved,
    draft,
    dirty,
    theirs,
    mine,
    problem,
    pending,
    save,
    words: (locale: ProfileLocale): ProfileWords => draft.words[locale] ?? NO_WORDS,
    setWords: (locale: ProfileLocale, words: Partial<ProfileWords>) => {
      const next = { ...(draft.words[locale] ?? NO_WORDS), ...words };
      change({ type: "written", draft: { ...draft, words: { ...draft.words, [locale]: next } } });
    },
    setStarted: (getStarted: boolean) => change({ type: "written", draft: { ...draft, getStarted } }),
    showTheirs: () => {
      change({ type: "theirs.shown" });
      setProblem(null);
    },
    putMineBack: () => change({ type: "mine.back" }),
  };
}

export type ProfileControls = ReturnType<typeof useProfile>;
