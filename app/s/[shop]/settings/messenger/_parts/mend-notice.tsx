"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useFormat, useMessages } from "#app/_i18n/language";
import { useSettingsMessages } from "#app/_i18n/settings-language";
import type { PageView } from "#lib/channels/messenger/pages/load-pages";
import { Banner } from "#ui/banner";
import { Button } from "#ui/button";
import { notify } from "#ui/toast";
import { noAnswer } from "../../../../../_shared/no-answer";
import type { PageActions } from "./page-actions";
import { endedBy, lostBy } from "./silent";
import { useLogin } from "./use-login";

/** What is wrong with a Page, since when, what waits, and the one press that mends it. */
export function MendNotice({ page, actions }: { page: PageView; actions: PageActions }) {
  const { messengerSettings: texts } = useSettingsMessages();
  const { common } = useMessages();
  const format = useFormat();
  const router = useRouter();
  const { going, logIn } = useLogin(actions);
  const [pending, start] = useTransition();
  const [worst] = page.troubles;
  if (!worst) return null;
  const mend = () =>
    start(async () => {
      const outcome = await actions.mend({ channelId: page.channelId }).catch(noAnswer);
      if (outcome?.ok && outcome.value.login) return logIn(page.troubles.some(({ key }) => key === "scopes_missing"));
      if (!outcome?.ok) notify(outcome?.problem.message ?? common.noConnection, { outcome: "failed" });
      else if (outcome.value.troubles.length === 0) notify(texts.mended(page.name));
      else notify(texts.notMended(page.name), { outcome: "failed" });
      router.refresh();
    });
  const silent = endedBy(page) ?? lostBy(page);
  const when = format.dayAndTimeInline((silent ?? worst).at);
  const broken = page.state === "broken";
  return (
    <Banner
      tone={broken ? "danger" : "warning"}
      className="mx-4 mb-3 items-center"
      actions={
        <Button variant={broken ? "primary" : "secondary"} busy={pending || going} onClick={mend}>
          {page.needsLogin ? texts.mendLogin : texts.mend}
        </Button>
      }
    >
      <b>{silent ? texts.silent(page.name, when) : texts.since(when)}</b>{" "}
      {page.troubles
        .flatMap(({ key, reason }) => [texts.troubles[key], ...(reason ? [texts.reason(reason)] : [])])
        .join(" ")}{" "}
      {page.paused ? texts.waits : null}
    </Banner>
  );
}
