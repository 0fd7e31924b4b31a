"use client";

import { useEffect, useState, useTransition } from "react";
import { useMessages } from "#app/_i18n/language";
import { NO_WORDS, type Profile, type ProfileLocale, type ProfileWords } from "#lib/channels/messenger/profile/profile";
import type { ProfileView } from "#lib/channels/messenger/profile/save-profile";
import type { Problem } from "#lib/http/outcome";
import { notify } from "#ui/toast";
import { useShop } from "../../../_parts/live-shop";
import { saveProfileAction } from "../profile/actions";
import { useChannelView } from "./use-channel-view";

const same = (one: Profile, other: Profile) => JSON.stringify(one) === JSON.stringify(other);

/** A Page's profile as it is saved, followed live, and as it is being written, which nothing but its writer replaces. */
export function useProfile(loaded: ProfileView) {
  const { slug } = useShop();
  const { messengerProfile: texts, common } = useMessages();
  const { channelId } = loaded;
  const [saved, setSaved] = useState(loaded);
  const [draft, setDraft] = useState(loaded.profile);
  const [theirs, setTheirs] = useState<ProfileView | null>(null);
  const [mine, setMine] = useState<Profile | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, start] = useTransition();
  const dirty = !same(draft, saved.profile);

  /** Another's version is only offered while something unsaved stands here. */
  const take = (next: ProfileView) => {
    if (next.version < saved.version) return;
    if (next.version > saved.version && dirty) return setTheirs(next);
    if (!dirty) setDraft(next.profile);
    setSaved(next);
  };
  const refresh = useChannelView(channelId, "profile", take);
  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [dirty]);

  const save = (onRefused: (problem: Problem) => void) =>
    start(async () => {
      const outcome = await saveProfileAction(slug, { channelId, profile: draft, version: saved.version }).catch(
        () => null,
      );
      if (outcome?.ok) {
        setSaved(outcome.value);
        setProblem(null);
        setMine(null);
        notify(texts.saved);
        return;
      }
      const refusal: Problem = outcome?.problem ?? { code: "unavailable", message: common.noConnection };
      setProblem(refusal);
      onRefused(refusal);
      if (refusal.code === "refused") await refresh();
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
    setWords: (locale: ProfileLocale, words: Partial<ProfileWords>) =>
      setDraft((held) => ({
        ...held,
        words: { ...held.words, [locale]: { ...(held.words[locale] ?? NO_WORDS), ...words } },
      })),
    setStarted: (getStarted: boolean) => setDraft((held) => ({ ...held, getStarted })),
    showTheirs: () => {
      if (!theirs) return;
      setMine(draft);
      setSaved(theirs);
      setDraft(theirs.profile);
      setTheirs(null);
      setProblem(null);
    },
    putMineBack: () => {
      if (mine) setDraft(mine);
      setMine(null);
    },
  };
}

export type ProfileControls = ReturnType<typeof useProfile>;
