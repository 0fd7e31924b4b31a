"use client";

import { useState } from "react";
import { Button } from "#ui/button";
import { Dialog } from "#ui/dialog";
import { Field } from "#ui/field";
import { Select } from "#ui/select";
import { notify } from "#ui/toast";
import { useMessages } from "../../../../_i18n/language";
import { clockOf } from "../../../../_shared/clock-field";
import { useRun } from "../../../../_shared/use-run";
import { useShop } from "../../_parts/live-shop";
import { useNoticeChoices } from "../../_parts/notices-provider";
import { saveDigestAction } from "../actions";
import { useTimeZones } from "../use-time-zones";
import { ProveAddress } from "./prove-address";
import { ZoneField } from "./zone-field";

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const NEVER = "";

/** Asks a member at which hour she is to be mailed how the shop stands, if at all. */
export default function DigestDialog({ onClose }: { onClose: () => void }) {
  const { notices: texts, common } = useMessages();
  const { slug, refresh } = useShop();
  const { digest, address, email } = useNoticeChoices();
  const zone = useTimeZones(digest?.timeZone);
  const [hour, setHour] = useState(digest ? `${digest.hour}` : NEVER);
  const { busy, run } = useRun();
  const submit = () => {
    run(
      () => saveDigestAction(slug, { hour: hour === NEVER ? null : Number(hour), timeZone: zone.timeZone }),
      () => {
        refresh();
        onClose();
        notify(hour === NEVER ? texts.digestEnded : texts.digestSaved);
      },
    ).catch(reportError);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={texts.digest}
      text={texts.digestText}
      actions={
        <>
          <Button size="lg" onClick={onClose}>
            {common.cancel}
          </Button>
          {address ? (
            <Button size="lg" variant="primary" busy={busy} onClick={submit}>
              {common.save}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="grid gap-4 py-1">
        {address ? (
          <>
            <Field label={texts.hour} hint={texts.goesTo(address)}>
              {(control) => (
                <Select {...control} value={hour} onChange={(event) => setHour(event.target.value)}>
                  <option value={NEVER}>{texts.never}</option>
                  {HOURS.map((one) => (
                    <option key={one} value={one}>
                      {clockOf(one * 60)}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <ZoneField {...zone} />
          </>
        ) : email ? (
          <ProveAddress email={email} />
        ) : (
          <p className="text-label">{texts.noAddress}</p>
        )}
      </div>
    </Dialog>
  );
}
