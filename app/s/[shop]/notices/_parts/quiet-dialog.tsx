"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { MOST_STRETCHES, NIGHTS, type QuietStretch } from "#lib/shops/notices/quiet-times";
import { Button } from "#ui/button";
import { notify } from "#ui/toast";
import { WritingDialog } from "#ui/writing-dialog";
import { useMessages } from "../../../../_i18n/language";
import { useRun } from "../../../../_shared/use-run";
import { useShop } from "../../_parts/live-shop";
import { useNoticeChoices } from "../../_parts/notices-provider";
import { saveQuietTimesAction } from "../actions";
import { useTimeZones } from "../use-time-zones";
import { StretchFields } from "./stretch-fields";
import { ZoneField } from "./zone-field";

type Row = QuietStretch & { key: number };

/** Asks a member when she is to be told of nothing. */
export default function QuietDialog({ onClose }: { onClose: () => void }) {
  const { notices: texts, common } = useMessages();
  const { slug, refresh } = useShop();
  const { quiet } = useNoticeChoices();
  const zone = useTimeZones(quiet?.timeZone);
  const [rows, setRows] = useState<readonly Row[]>(() =>
    (quiet?.stretches ?? [NIGHTS]).map((stretch, key) => ({ ...stretch, key })),
  );
  const [changed, setChanged] = useState(false);
  const [tried, setTried] = useState(false);
  const { busy, run } = useRun();

  const change = (next: readonly Row[]) => {
    setRows(next);
    setChanged(true);
  };
  const add = () => change([...rows, { ...NIGHTS, key: Math.max(-1, ...rows.map(({ key }) => key)) + 1 }]);
  function submit() {
    setTried(true);
    if (rows.some(({ days }) => days.length === 0)) return;
    const stretches = rows.map(({ days, from, until }) => ({ days, from, until }));
    run(
      () => saveQuietTimesAction(slug, { timeZone: zone.timeZone, stretches }),
      () => {
        refresh();
        onClose();
        notify(stretches.length > 0 ? texts.quietSaved : texts.quietEnded);
      },
    ).catch(reportError);
  }
  return (
    <WritingDialog
      unsaved={changed}
      onClose={onClose}
      title={texts.quiet}
      text={texts.quietText}
      actions={
        <>
          <Button size="lg" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button size="lg" variant="primary" busy={busy} onClick={submit}>
            {common.save}
          </Button>
        </>
      }
    >
      <div className="grid gap-4 py-1">
        {rows.length === 0 ? <p className="text-ink-2 text-label">{texts.noQuiet}</p> : null}
        {rows.map(({ key, ...stretch }, at) => (
          <StretchFields
            key={key}
            number={at + 1}
            stretch={stretch}
            dayless={tried && stretch.days.length === 0}
            onChange={(next) => change(rows.map((row) => (row.key === key ? { ...next, key } : row)))}
            onRemove={() => change(rows.filter((row) => row.key !== key))}
          />
        ))}
        {rows.length < MOST_STRETCHES ? (
          <Button className="w-fit" icon={<Plus aria-hidden="true" size={16} />} onClick={add}>
            {texts.addQuiet}
          </Button>
        ) : null}
        <ZoneField
          {...zone}
          setTimeZone={(next) => {
            zone.setTimeZone(next);
            setChanged(true);
          }}
        />
      </div>
    </WritingDialog>
  );
}
