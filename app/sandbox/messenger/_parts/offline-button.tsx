"use client";

import { Wifi, WifiOff } from "lucide-react";
import { useSandboxMessages } from "#app/_i18n/sandbox-language";
import { Button } from "#ui/button";
import { useThePhone } from "./messenger-context";

/** Puts the person's phone in a tunnel, and takes it out again. */
export function OfflineButton() {
  const { sandboxMessenger: texts } = useSandboxMessages();
  const { state, act } = useThePhone();
  const Icon = state.offline ? Wifi : WifiOff;
  return (
    <Button
      icon={<Icon aria-hidden="true" size={16} />}
      onClick={() => void act({ act: "offline", offline: !state.offline })}
    >
      {state.offline ? texts.comeBack : texts.goOffline}
    </Button>
  );
}
