"use client";

import { Link2 } from "lucide-react";
import { useState } from "react";
import { Button } from "#ui/button";
import { Dialog } from "#ui/dialog";
import { usePeopleMessages } from "../../../../_i18n/people-language";
import { CopyLink } from "../../_parts/copy-link";

/** The shop's login link, to hand to shoppers who are not on its site. */
export function LoginLink({ url }: { url: string }) {
  const { contactTable } = usePeopleMessages();
  const { loginLink: texts } = contactTable;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<Link2 aria-hidden="true" size={16} />} onClick={() => setOpen(true)}>
        {texts.button}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={texts.title} text={texts.text}>
        <CopyLink label={texts.title} url={url} />
      </Dialog>
    </>
  );
}
