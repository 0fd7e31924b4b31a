"use client";

import { Download } from "lucide-react";
import { useState } from "react";
import { Button } from "#ui/button";
import { ConfirmDialog } from "#ui/confirm-dialog";
import { Menu, MenuItem } from "#ui/menu";
import { usePeopleMessages } from "../../../../_i18n/people-language";
import type { useDataRequests } from "../use-data-requests";

type Props = { name: string; acts: ReturnType<typeof useDataRequests> };

/** Hands a contact's data over, and erases her, asked once. */
export function DataButtons({ name, acts }: Props) {
  const { contactData } = usePeopleMessages();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Menu
        align="end"
        trigger={<Button icon={<Download aria-hidden="true" size={16} />}>{contactData.exportAll}</Button>}
      >
        <MenuItem onSelect={() => void acts.handOver("html")}>{contactData.asPage}</MenuItem>
        <MenuItem onSelect={() => void acts.handOver("json")}>{contactData.asJson}</MenuItem>
      </Menu>
      <Button variant="danger" busy={acts.busy} onClick={() => setAsking(true)}>
        {contactData.erase}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={contactData.eraseTitle(name)}
        text={contactData.eraseText}
        confirm={contactData.erase}
        danger
        onConfirm={() => {
          setAsking(false);
          void acts.erase();
        }}
      />
    </>
  );
}
