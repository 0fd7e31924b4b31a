"use client";

import { type ComponentProps, useState } from "react";
import { useMessages } from "#app/_i18n/language";
import { ConfirmDialog } from "./confirm-dialog";
import { Dialog } from "./dialog";

type Props = Omit<ComponentProps<typeof Dialog>, "open" | "onOpenChange"> & {
  /** Something stands here that is kept nowhere else. */
  unsaved: boolean;
  onClose: () => void;
};

/** A dialog in which somebody writes: Escape, a press beside it and the cross ask first while something is not saved. */
export function WritingDialog({ unsaved, onClose, ...dialog }: Props) {
  const { common } = useMessages();
  const [asking, ask] = useState(false);
  const close = () => (unsaved ? ask(true) : onClose());
  return (
    <>
      <Dialog open onOpenChange={(open) => open || close()} {...dialog} />
      <ConfirmDialog
        open={asking}
        onOpenChange={ask}
        title={common.discardTitle}
        text={common.discardText}
        confirm={common.discard}
        danger
        onConfirm={onClose}
      />
    </>
  );
}
