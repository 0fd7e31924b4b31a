"use client";

import { BellRing } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "#ui/button";
import { Card } from "#ui/card";
import { notify } from "#ui/toast";
import { useFormat } from "../../_i18n/language";
import { useMyMessages } from "../../_i18n/my-language";
import { canBeTold, isTold, stopTelling, tellDevice, tellDeviceStill } from "../../_push/device";

/** Safari on a telephone tells of nothing before the page was put on the home screen. */
const isTelephoneOfApple = () => /iPhone|iPad/.test(navigator.userAgent);

/** Whether this device tells her of answers while no window is open. Drawn once the browser has said what it can. */
export function NoticesCard() {
  const { myPlace } = useMyMessages();
  const { locale } = useFormat();
  const [state, setState] = useState<"unknown" | "unable" | "steps" | "off" | "on">("unknown");
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (!canBeTold()) setState(isTelephoneOfApple() ? "steps" : "unable");
    else setState(isTold("own") ? "on" : "off");
    tellDeviceStill("own", locale).catch(reportError);
  }, [locale]);
  if (state === "unknown" || state === "unable") return null;

  const turn = async () => {
    setBusy(true);
    const outcome = state === "on" ? await stopTelling("own") : await tellDevice("own", locale);
    if (outcome === "on" || outcome === "off") setState(outcome);
    else notify(myPlace.notices[outcome], { outcome: "failed" });
    setBusy(false);
  };
  return (
    <Card aria-labelledby="notices" className="p-4 md:p-5">
      <h2 id="notices" className="flex items-center gap-2 font-semibold text-body max-md:text-lead">
        <BellRing aria-hidden="true" size={16} className="text-ink-2" />
        {myPlace.notices.title}
      </h2>
      <p aria-live="polite" className="mt-1 text-pretty text-body text-ink-2">
        {state === "on" ? myPlace.notices.on : myPlace.notices.text}
      </p>
      {state === "steps" ? (
        <p className="mt-2 text-pretty text-body text-ink-2">{myPlace.notices.steps}</p>
      ) : (
        <Button className="mt-3" busy={busy} onClick={() => turn().catch(reportError)}>
          {state === "on" ? myPlace.notices.stop : myPlace.notices.start}
        </Button>
      )}
    </Card>
  );
}
