"use client";

import { SendHorizontal } from "lucide-react";
import { Button } from "#ui/button";
import { Kbd } from "#ui/kbd";
import { useModKey } from "../../../../_shared/use-mod-key";

type Props = {
  label: string;
  disabled?: boolean;
  /** Something is joined to its end. */
  joined?: boolean;
};

/** The one primary action of the composer. */
export function SendButton({ label, disabled = false, joined = false }: Props) {
  const keys = useModKey("↵");
  return (
    <Button
      type="submit"
      variant="primary"
      disabled={disabled}
      className={joined ? "rounded-r-none!" : ""}
      icon={<SendHorizontal aria-hidden="true" size={16} className="md:hidden" />}
      aria-keyshortcuts="Control+Enter Meta+Enter"
    >
      <span className="@max-[15rem]/app:sr-only">{label}</span>
      {keys ? (
        <span aria-hidden="true" className="ml-2 max-md:hidden">
          <Kbd quiet>{keys}</Kbd>
        </span>
      ) : null}
    </Button>
  );
}
