"use client";

import { ListFilter } from "lucide-react";
import { useState } from "react";
import type { View } from "#lib/conversations/conversation-order";
import { IconButton } from "#ui/icon-button";
import { useMessages } from "../../../../_i18n/language";
import { useViews } from "../../_parts/live-shop";
import { ViewDialog } from "./view-dialog";

/** Changes the saved view on screen where the member may, and makes a new one elsewhere. */
export function ViewMenu({ view }: { view: View }) {
  const { views: texts } = useMessages();
  const saved = useViews().find(({ id, yours }) => yours && view === `view:${id}`) ?? null;
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton
        label={saved ? texts.change : texts.create}
        icon={<ListFilter aria-hidden="true" size={18} />}
        onClick={() => setOpen(true)}
      />
      {open ? <ViewDialog view={saved} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
