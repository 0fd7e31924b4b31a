"use client";

import { type FormEvent, useState } from "react";
import type { ThreadPlace } from "#lib/conversations/excerpt";
import { instantOf, localOf } from "#lib/core/wall-clock";
import { Button } from "#ui/button";
import { Dialog } from "#ui/dialog";
import { Input } from "#ui/input";
import { useFormat, useMessages } from "../../../../_i18n/language";

type Props = { onChoose: (place: ThreadPlace) => void; onClose: () => void };

/** Asks for the day from which a thread is to be read. */
export function DateDialog({ onChoose, onClose }: Props) {
  const { inbox } = useMessages();
  const format = useFormat();
  const today = localOf(format.now(), format.timeZone).toISOString().slice(0, 10);
  const [day, setDay] = useState(today);
  function submit(event: FormEvent) {
    event.preventDefault();
    onClose();
    onChoose({ since: instantOf(new Date(day), format.timeZone).toISOString() });
  }
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={inbox.goToDate} size="sm">
      <form onSubmit={submit} className="flex items-center gap-2 pb-3">
        <Input
          autoFocus
          type="date"
          required
          max={today}
          value={day}
          onChange={(event) => setDay(event.target.value)}
          aria-label={inbox.goToDate}
          className="min-w-0 grow"
        />
        <Button type="submit" variant="primary">
          {inbox.goThere}
        </Button>
      </form>
    </Dialog>
  );
}
