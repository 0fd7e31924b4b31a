"use client";

import { useState } from "react";
import { useFormat } from "#app/_i18n/language";
import { useSettingsMessages } from "#app/_i18n/settings-language";
import type { ProfileLocale } from "#lib/channels/messenger/profile/profile";
import type { ProfileView } from "#lib/channels/messenger/profile/save-profile";
import type { Problem } from "#lib/http/outcome";
import { Badge } from "#ui/badge";
import { Banner } from "#ui/banner";
import { Button } from "#ui/button";
import { Card } from "#ui/card";
import { Segment } from "#ui/segment";
import { Switch } from "#ui/switch";
import { ProfilePreview } from "./profile-preview";
import { PROFILE_TONES } from "./profile-tones";
import { ProfileWords } from "./profile-words";
import { type ProfileControls, useProfile } from "./use-profile";

const PATH = /^profile\.words\.(\w+)\./;

/** How the saved profile stands on Facebook. */
function Standing({ saved, dirty }: Pick<ProfileControls, "saved" | "dirty">) {
  const { messengerProfile: texts } = useSettingsMessages();
  const format = useFormat();
  return (
    <div role="status" className="grid gap-2">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-caption text-ink-3">
        <Badge tone={PROFILE_TONES[saved.state]}>{texts.states[saved.state]}</Badge>
        {saved.state === "live" && saved.verifiedAt ? (
          <span>{texts.liveSince(format.dayAndTimeInline(saved.verifiedAt))}</span>
        ) : null}
        {dirty ? <b className="font-label text-ink-2">{texts.unsaved}</b> : null}
      </p>
      {saved.problem ? (
        <Banner tone={saved.state === "failed" ? "danger" : "neutral"}>{texts.problems[saved.problem]}</Banner>
      ) : null}
    </div>
  );
}

function Refusal({ controls }: { controls: ProfileControls }) {
  const { messengerProfile: texts } = useSettingsMessages();
  const { theirs, mine, problem, showTheirs, putMineBack } = controls;
  const sentence = problem?.message ?? (theirs ? texts.newer : null);
  return (
    <>
      {sentence ? (
        <Banner
          tone={theirs ? "warning" : "danger"}
          role="alert"
          actions={
            theirs ? (
              <Button size="sm" onClick={showTheirs}>
                {texts.theirs}
              </Button>
            ) : null
          }
        >
          {sentence}
        </Banner>
      ) : null}
      {mine ? (
        <Button size="sm" className="w-fit" onClick={putMineBack}>
          {texts.mine}
        </Button>
      ) : null}
    </>
  );
}

/** Writes a Page's Messenger profile in each language of the shop, with what it will look like beside it. */
export function ProfileEditor({ loaded }: { loaded: ProfileView }) {
  const { messengerProfile: texts } = useSettingsMessages();
  const controls = useProfile(loaded);
  const { saved, draft, dirty, problem, pending } = controls;
  const [first = "en"] = saved.locales;
  const [locale, setLocale] = useState<ProfileLocale>(first);
  const words = controls.words(locale);
  const fields = problem?.fields ?? {};
  const onRefused = ({ fields: wrong = {} }: Problem) => {
    const places = Object.keys(wrong).map((path) => PATH.exec(path)?.[1]);
    const other = saved.locales.find((one) => places.includes(one));
    if (other && !places.includes(locale)) setLocale(other);
  };
  return (
    <div className="grid items-start gap-4 pb-16 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <Card className="grid gap-5 p-4">
        <Standing saved={saved} dirty={dirty} />
        <Refusal controls={controls} />
        {saved.locales.length > 1 ? (
          <div className="grid gap-1.5">
            <Segment
              label={texts.language}
              value={locale}
              onChange={setLocale}
              options={saved.locales.map((value) => ({ value, label: texts.languages[value] }))}
            />
            {locale === first ? <p className="text-caption text-ink-3">{texts.everybodyElse}</p> : null}
          </div>
        ) : null}
        <ProfileWords
          key={locale}
          locale={locale}
          words={words}
          problemOf={(path) => fields[`profile.words.${locale}.${path}`]}
          onChange={(changed) => controls.setWords(locale, changed)}
        />
        <div className="grid gap-1">
          <Switch checked={draft.getStarted} onChange={controls.setStarted}>
            {texts.getStarted}
          </Switch>
          <p className="text-caption text-ink-3">{texts.getStartedText}</p>
          <p aria-live="polite" className={fields["profile.getStarted"] ? "text-caption text-danger-ink" : "sr-only"}>
            {fields["profile.getStarted"]}
          </p>
        </div>
        <Button
          variant="primary"
          size="lg"
          className="w-fit max-sm:w-full"
          busy={pending}
          onClick={() => controls.save(onRefused)}
        >
          {texts.save}
        </Button>
      </Card>
      <ProfilePreview pageName={saved.pageName} locale={locale} words={words} getStarted={draft.getStarted} />
    </div>
  );
}
