"use client";

import { useState } from "react";
import { Button } from "#ui/button";
import { ConfirmDialog } from "#ui/confirm-dialog";
import { useMyMessages } from "../../_i18n/my-language";

type Props = { shopName: string; permissions: { pending: boolean; withdrawAll: () => void } };

/** Ends everything a shop may send her, asked once. */
export function WithdrawAll({ shopName, permissions }: Props) {
  const { me } = useMyMessages();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="danger" size="sm" busy={permissions.pending} onClick={() => setAsking(true)}>
        {me.withdrawAll}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={me.withdrawAllTitle(shopName)}
        text={me.withdrawAllText(shopName)}
        confirm={me.withdrawAll}
        danger
        onConfirm={() => {
          setAsking(false);
          permissions.withdrawAll();
        }}
      />
    </>
  );
}
