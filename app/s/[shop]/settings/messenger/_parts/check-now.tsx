"use client";

import { RefreshCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useFormat, useMessages } from "#app/_i18n/language";
import { useSettingsMessages } from "#app/_i18n/settings-language";
import type { PageView } from "#lib/channels/messenger/pages/load-pages";
import { Button } from "#ui/button";
import { notify } from "#ui/toast";
import { noAnswer } from "../../../../../_shared/no-answer";
import type { PageActions } from "./page-actions";

type Props = { pages: readonly PageView[]; actions: Pick<PageActions, "check"> };

/** When the Pages were last looked at, and a look at all of them now. */
export function CheckNow({ pages, actions }: Props) {
  const { messengerSettings: texts } = useSettingsMessages();
  const { common } = useMessages();
  const format = useFormat();
  const router = useRouter();
  const [pending, start] = useTransition();
  const [oldest] = pages.flatMap(({ checkedAt }) => checkedAt ?? []).sort();
  const check = () =>
    start(async () => {
      const looks = pages.map(({ channelId }) => actions.check({ channelId }).catch(noAnswer));
      const outcomes = await Promise.all(looks);
      const failed = outcomes.find((outcome) => !outcome?.ok);
      if (failed !== undefined)
        notify(failed && !failed.ok ? failed.problem.message : common.noConnection, { outcome: "failed" });
      else if (outcomes.every((outcome) => outcome?.ok && outcome.value.troubles.length === 0))
        notify(texts.checkedWell);
      else notify(texts.checkedTrouble, { outcome: "failed" });
      router.refresh();
    });
  return (
    <div className="flex flex-wrap items-center gap-3">
      {oldest ? (
        <span className="flex items-center gap-1.5 text-caption text-ink-3">
          <RefreshCw aria-hidden="true" size={14} />
          {texts.checked(format.ago(oldest))}
        </span>
      ) : null}
      <Button busy={pending} onClick={check}>
        {texts.checkNow}
      </Button>
    </div>
  );
}
