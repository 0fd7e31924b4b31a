"use client";

import { Ban, Ellipsis, Pause, Trash2 } from "lucide-react";
import { useState } from "react";
import { DAY } from "#lib/core/clock";
import { Button } from "#ui/button";
import { ConfirmDialog } from "#ui/confirm-dialog";
import { Dialog } from "#ui/dialog";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Menu, MenuItem, MenuLabel, MenuLine } from "#ui/menu";
import { useFormat, useMessages } from "../../_i18n/language";
import { useMyMessages } from "../../_i18n/my-language";

type Props = {
  shopName: string;
  /** She blocked the shop: what would silence it says nothing any more. */
  blocked: boolean;
  permissions: { pause: (until: Date) => void; block: () => void; erase: () => void };
};

/** The end of the day that is so many days from now, on this browser's clock. */
function endOfDay(days: number): Date {
  const day = new Date(Date.now() + days * DAY);
  day.setHours(23, 59, 59, 0);
  return day;
}

function PauseUntil({
  shopName,
  onPause,
  onClose,
}: Pick<Props, "shopName"> & { onPause: Props["permissions"]["pause"]; onClose: () => void }) {
  const { myPlace } = useMyMessages();
  const { common } = useMessages();
  const { fieldDay } = useFormat();
  const [day, setDay] = useState(() => fieldDay(endOfDay(14)));
  const until = new Date(`${day}T23:59:59`);
  const pause = () => {
    onClose();
    onPause(until);
  };
  return (
    <Dialog
      open
      size="sm"
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={myPlace.pauseTitle(shopName)}
      text={myPlace.pauseText}
      actions={
        <>
          <Button size="lg" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button size="lg" variant="primary" disabled={Number.isNaN(until.getTime())} onClick={pause}>
            {myPlace.pauseDo}
          </Button>
        </>
      }
    >
      <Field label={myPlace.pauseDay}>
        {(control) => (
          <Input
            {...control}
            type="date"
            value={day}
            min={fieldDay(endOfDay(1))}
            max={fieldDay(endOfDay(365))}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}

/** The rarer choices at one shop: silence for a while, and for good, and having it forget her. */
export function ShopChoices({ shopName, blocked, permissions }: Props) {
  const { myPlace } = useMyMessages();
  const [asking, setAsking] = useState<"until" | "block" | "erase" | null>(null);
  const close = () => setAsking(null);
  return (
    <>
      <Menu
        align="end"
        trigger={
          <button
            type="button"
            aria-label={myPlace.choices(shopName)}
            className="grid size-8 shrink-0 place-items-center rounded-md text-ink-2 hover:bg-hover max-md:size-11"
          >
            <Ellipsis aria-hidden="true" size={18} />
          </button>
        }
      >
        {blocked ? null : (
          <>
            <MenuLabel>{myPlace.pause}</MenuLabel>
            <MenuItem icon={<Pause aria-hidden="true" size={16} />} onSelect={() => permissions.pause(endOfDay(7))}>
              {myPlace.pauseWeek}
            </MenuItem>
            <MenuItem icon={<Pause aria-hidden="true" size={16} />} onSelect={() => permissions.pause(endOfDay(30))}>
              {myPlace.pauseMonth}
            </MenuItem>
            <MenuItem icon={<Pause aria-hidden="true" size={16} />} onSelect={() => setAsking("until")}>
              {myPlace.pauseUntil}
            </MenuItem>
            <MenuLine />
            <MenuItem danger icon={<Ban aria-hidden="true" size={16} />} onSelect={() => setAsking("block")}>
              {myPlace.block}
            </MenuItem>
          </>
        )}
        <MenuItem danger icon={<Trash2 aria-hidden="true" size={16} />} onSelect={() => setAsking("erase")}>
          {myPlace.erase}
        </MenuItem>
      </Menu>
      {asking === "until" ? <PauseUntil shopName={shopName} onPause={permissions.pause} onClose={close} /> : null}
      <ConfirmDialog
        open={asking === "block"}
        onOpenChange={(open) => (open ? undefined : close())}
        title={myPlace.blockTitle(shopName)}
        text={myPlace.blockText(shopName)}
        confirm={myPlace.blockDo}
        danger
        onConfirm={() => {
          close();
          permissions.block();
        }}
      />
      <ConfirmDialog
        open={asking === "erase"}
        onOpenChange={(open) => (open ? undefined : close())}
        title={myPlace.eraseTitle(shopName)}
        text={myPlace.eraseText(shopName)}
        confirm={myPlace.eraseDo}
        danger
        onConfirm={() => {
          close();
          permissions.erase();
        }}
      />
    </>
  );
}
