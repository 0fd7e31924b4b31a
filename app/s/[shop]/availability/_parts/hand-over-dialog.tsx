"use client";

import { useState } from "react";
import { Button } from "#ui/button";
import { Dialog } from "#ui/dialog";
import { Field } from "#ui/field";
import { Select } from "#ui/select";
import { notify } from "#ui/toast";
import { useMessages } from "../../../../_i18n/language";
import { useRun } from "../../../../_shared/use-run";
import { useCounts, useShop } from "../../_parts/live-shop";
import { useTeams } from "../../_parts/teams-provider";
import { changeManyAction } from "../../inbox/triage/actions";
import { handOverAction } from "../actions";

const BACK = "";

/** Asks who goes away to whom what she holds is to go: a team, back to where it came from, or to nobody else. */
export function HandOverDialog({ onClose }: { onClose: () => void }) {
  const { teams: texts, common } = useMessages();
  const { slug, memberId, feed } = useShop();
  const held = useCounts().mine[memberId] ?? 0;
  const teams = useTeams();
  const [to, setTo] = useState(BACK);
  const { busy, run } = useRun();

  type Handed = Extract<Awaited<ReturnType<typeof handOverAction>>, { ok: true }>["value"];
  async function takeBack({ undo }: Handed) {
    for (const step of undo)
      await run(
        () => changeManyAction(slug, step),
        ({ rows }) => feed.hear(rows),
      );
  }
  function submit() {
    run(
      () => handOverAction(slug, { teamId: to === BACK ? null : to }),
      (done) => {
        onClose();
        feed.catchUp().catch(reportError);
        const undo = { label: common.undo, run: () => takeBack(done).catch(reportError) };
        notify(texts.handed(done.handed), done.handed > 0 ? { undo } : {});
      },
    ).catch(reportError);
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={texts.nowAway}
      text={texts.youHold(held)}
      actions={
        <>
          <Button size="lg" onClick={onClose}>
            {texts.keepThem}
          </Button>
          <Button size="lg" variant="primary" busy={busy} onClick={submit}>
            {texts.handOver}
          </Button>
        </>
      }
    >
      <Field label={texts.handTo} className="py-1">
        {(control) => (
          <Select {...control} value={to} onChange={(event) => setTo(event.target.value)}>
            <option value={BACK}>{texts.backWhere}</option>
            {teams.map(({ id, name }) => (
              <option key={id} value={id}>
                {texts.team(name)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </Dialog>
  );
}
