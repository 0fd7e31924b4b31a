"use client";

import { RotateCcw } from "lucide-react";
import { useState } from "react";
import { useSandboxMessages } from "#app/_i18n/sandbox-language";
import { Button } from "#ui/button";
import { ConfirmDialog } from "#ui/confirm-dialog";
import { useThePhone } from "./messenger-context";

/** Empties the sandbox's Messenger, after asking once. */
export function ResetButton() {
  const { sandboxMessenger: texts } = useSandboxMessages();
  const { control, go } = useThePhone();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  async function reset() {
    setBusy(true);
    const done = await control({ act: "reset" });
    setBusy(false);
    setAsking(false);
    if (done) go(null);
  }
  return (
    <>
      <Button icon={<RotateCcw aria-hidden="true" size={16} />} onClick={() => setAsking(true)}>
        {texts.reset}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={texts.resetTitle}
        text={texts.resetText}
        confirm={texts.reset}
        danger
        busy={busy}
        onConfirm={() => void reset()}
      />
    </>
  );
}
