"use client";

import { WifiOff } from "lucide-react";
import { useSandboxMessages } from "#app/_i18n/sandbox-language";
import { Banner } from "#ui/banner";
import { Button } from "#ui/button";
import { useThePhone } from "./messenger-context";

/** Says that the phone is offline, or that something was not taken. */
export function OfflineNotice() {
  const { sandboxMessenger: texts } = useSandboxMessages();
  const { state, problem, dismiss } = useThePhone();
  if (problem)
    return (
      <Banner
        tone="danger"
        role="alert"
        className="mx-3 mt-2"
        actions={
          <Button size="sm" onClick={dismiss}>
            {texts.understood}
          </Button>
        }
      >
        {texts.problems[problem]}
      </Banner>
    );
  if (!state.offline) return null;
  return (
    <Banner role="status" icon={<WifiOff aria-hidden="true" size={16} />} className="mx-3 mt-2">
      {texts.offlineNote}
    </Banner>
  );
}
