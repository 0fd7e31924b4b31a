"use client";

import { CircleCheck, CircleX, Clock, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useFormat } from "#app/_i18n/language";
import { useSettingsMessages } from "#app/_i18n/settings-language";
import type { PageView } from "#lib/channels/messenger/pages/load-pages";
import { classNames } from "../../../../../_ui/class-names";
import { endedBy, lostBy } from "./silent";

function Fact({ label, bad, icon, children }: { label: string; bad: boolean; icon: ReactNode; children: ReactNode }) {
  return (
    <div className="min-w-0 px-4 py-2 not-first:border-line max-sm:not-first:border-t sm:not-first:border-l">
      <dt className="text-caption text-ink-3">{label}</dt>
      <dd
        className={classNames(
          "flex gap-1.5 font-label text-label leading-snug [&_svg]:mt-0.5 [&_svg]:shrink-0",
          bad ? "text-danger-ink" : "[&_svg]:text-success-ink",
        )}
      >
        {icon}
        <span className="min-w-0 break-words">{children}</span>
      </dd>
    </div>
  );
}

/** A Page's token, its webhook and when something last came in. */
export function HealthFacts({ page }: { page: PageView }) {
  const { messengerSettings: texts } = useSettingsMessages();
  const format = useFormat();
  const ended = endedBy(page);
  const lost = lostBy(page) !== undefined;
  const token = ended
    ? texts.tokenEnded(format.date(ended.at))
    : page.tokenExpiresAt
      ? texts.tokenUntil(format.date(page.tokenExpiresAt))
      : texts.tokenValid;
  const webhook = lost ? texts.webhookLost : ended ? texts.webhookSilent : texts.webhookFields(page.fields);
  const last = page.lastEventAt
    ? texts.lastEventAt(format.stamp(page.lastEventAt), format.ago(page.lastEventAt))
    : texts.noEvent;
  const well = <CircleCheck aria-hidden="true" size={14} />;
  return (
    <dl className="grid border-line border-y bg-sunken sm:grid-cols-3">
      <Fact label={texts.token} bad={Boolean(ended)} icon={ended ? <CircleX aria-hidden="true" size={14} /> : well}>
        {token}
      </Fact>
      <Fact
        label={texts.webhook}
        bad={lost || Boolean(ended)}
        icon={lost || ended ? <TriangleAlert aria-hidden="true" size={14} /> : well}
      >
        {webhook}
      </Fact>
      <Fact
        label={texts.lastEvent}
        bad={Boolean(ended) && page.lastEventAt !== null}
        icon={page.lastEventAt && !ended ? well : <Clock aria-hidden="true" size={14} />}
      >
        {last}
      </Fact>
    </dl>
  );
}
