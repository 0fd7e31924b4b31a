"use client";

import { Ban } from "lucide-react";
import { useFormat } from "#app/_i18n/language";
import { useSandboxMessages } from "#app/_i18n/sandbox-language";
import { Button } from "#ui/button";
import { Dialog } from "#ui/dialog";
import type { ThreadView } from "../view";
import { AccountActs } from "./account-acts";
import { ArrivalActs } from "./arrival-acts";
import { useThePhone } from "./messenger-context";
import { PageActs } from "./page-acts";
import { PageFace } from "./page-face";

type Props = { thread: ThreadView; open: boolean; onOpenChange: (open: boolean) => void };

/** Who the Page is, the way to hear nothing more of it, and what may happen to it on Facebook itself. */
export function AboutPage({ thread, open, onOpenChange }: Props) {
  const { sandboxMessenger: texts } = useSandboxMessages();
  const format = useFormat();
  const { act } = useThePhone();
  const { page, blocked } = thread;
  async function block() {
    if (await act({ act: "block", pageId: page.id, blocked: !blocked })) onOpenChange(false);
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={page.name}
      text={`${page.category} · ${texts.followers(page.followers, format.number(page.followers))}`}
      size="sm"
      actions={
        <Button
          size="lg"
          variant={blocked ? "secondary" : "danger"}
          icon={<Ban aria-hidden="true" size={16} />}
          onClick={() => void block()}
        >
          {blocked ? texts.unblock(page.name) : texts.block(page.name)}
        </Button>
      }
    >
      <div className="flex items-center gap-4 text-body text-ink-2">
        <PageFace page={page} size={72} />
        <p>{blocked ? texts.blockedText : texts.blockText}</p>
      </div>
      <div className="mt-5 grid gap-5 border-line border-t pt-4">
        <PageActs page={page} />
        <ArrivalActs page={page} />
        <AccountActs />
      </div>
    </Dialog>
  );
}
