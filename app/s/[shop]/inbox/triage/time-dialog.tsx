"use client";

import { AlarmClock } from "lucide-react";
import { type FormEvent, useState } from "react";
import { snoozePresets } from "#lib/conversations/snooze/presets";
import { readTime } from "#lib/conversations/snooze/read-time";
import { UNTIL_REPLY } from "#lib/conversations/snooze/until-reply";
import { Button } from "#ui/button";
import { Dialog } from "#ui/dialog";
import { Input } from "#ui/input";
import { useFormat, useMessages } from "../../../../_i18n/language";

type Props = {
  title: string;
  /** Whether it may also be until she replies. */
  reply?: boolean;
  onChoose: (until: string) => void;
  onClose: () => void;
};

/** Asks for a time to come: one that is offered, or one in one's own words. */
export function TimeDialog({ title, reply = false, onChoose, onClose }: Props) {
  const { triage } = useMessages();
  const format = useFormat();
  const [words, setWords] = useState("");
  const [missed, setMissed] = useState(false);
  const now = format.now();
  const read = readTime(words, now, format.timeZone);
  const choose = (until: Date) => {
    onClose();
    onChoose(until.toISOString());
  };
  function submit(event: FormEvent) {
    event.preventDefault();
    if (read) choose(read);
    else setMissed(true);
  }
  const offered = [
    ...(reply ? [{ name: triage.untilReply, until: new Date(UNTIL_REPLY), when: "" }] : []),
    ...snoozePresets(now, format.timeZone).map(({ preset, until }) => ({
      name: triage.presets[preset],
      until,
      when: `${format.weekdayName(until)} ${format.time(until)}`,
    })),
  ];
  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={title} size="sm">
      <form onSubmit={submit} className="grid gap-2 pb-2">
        <Input
          autoFocus
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setMissed(false);
          }}
          maxLength={60}
          autoComplete="off"
          placeholder={triage.typeTime}
          aria-label={title}
          aria-invalid={missed}
          aria-describedby="time-read"
        />
        <p id="time-read" aria-live="polite" className={missed ? "text-caption text-danger-ink" : "sr-only"}>
          {missed ? triage.notATime : read ? format.instant(read) : ""}
        </p>
        {read ? (
          <Button type="submit" variant="primary" icon={<AlarmClock aria-hidden="true" size={16} />}>
            {format.instant(read)}
          </Button>
        ) : null}
      </form>
      <ul className="pb-3">
        {offered.map(({ name, until, when }) => (
          <li key={name}>
            <button
              type="button"
              onClick={() => choose(until)}
              className="flex min-h-9 w-full items-center justify-between gap-4 rounded-md px-2 text-left text-label hover:bg-hover max-md:min-h-11"
            >
              <span>{name}</span>
              <span className="text-caption text-ink-3 tabular-nums">{when}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
