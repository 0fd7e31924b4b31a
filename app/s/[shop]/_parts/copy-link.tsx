"use client";

import { Copy } from "lucide-react";
import { Button } from "#ui/button";
import { Input } from "#ui/input";
import { notify } from "#ui/toast";
import { useMessages } from "../../../_i18n/language";

/** An address to hand on: it can be chosen with one click and copied. Where copying is refused it is shown instead. */
export function CopyLink({ label, url }: { label: string; url: string }) {
  const { common } = useMessages();
  const copy = () => {
    navigator.clipboard.writeText(url).then(
      () => notify(common.copied),
      () => notify(url, { outcome: "failed" }),
    );
  };
  return (
    <div className="flex flex-wrap gap-2">
      <Input
        readOnly
        aria-label={label}
        value={url}
        className="grow basis-60 font-mono"
        onFocus={(event) => event.target.select()}
      />
      <Button size="lg" icon={<Copy aria-hidden="true" size={16} />} onClick={copy}>
        {common.copy}
      </Button>
    </div>
  );
}
