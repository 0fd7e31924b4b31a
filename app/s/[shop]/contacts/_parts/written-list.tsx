"use client";

import { useState } from "react";
import type { ListWritten } from "#lib/conversations/bulk-messages/input";
import type { WrittenPage } from "#lib/conversations/bulk-messages/list-written";
import { problemSentence } from "#lib/i18n/problem";
import { Button } from "#ui/button";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { usePeopleMessages } from "../../../../_i18n/people-language";
import { useRun } from "../../../../_shared/use-run";
import { wakeWords } from "../../inbox/until-words";
import { listWrittenAction } from "../actions";
import { MessageRows } from "./message-rows";

type Props = { slug: string; bulkMessageId: string; state: ListWritten["state"]; title: string; label: string };

/** For whom a message waits, or who got nothing and why, by name: asked for by a press, some at a time. */
export function WrittenList({ slug, bulkMessageId, state, title, label }: Props) {
  const messages = useMessages();
  const { message: texts } = usePeopleMessages().contactTable;
  const format = useFormat();
  const { busy, run } = useRun();
  const [shown, show] = useState<WrittenPage | null>(null);
  const more = () =>
    run(
      () => listWrittenAction(slug, { bulkMessageId, state, ...(shown?.next ? { after: shown.next } : {}) }),
      ({ rows, next }) => show({ rows: [...(shown?.rows ?? []), ...rows], next }),
    ).catch(reportError);
  const button = (
    <Button size="sm" busy={busy} onClick={() => void more()} className="w-fit">
      {shown ? texts.showMore : label}
    </Button>
  );
  if (!shown) return button;
  const rows = shown.rows.map(({ problem, at, ...row }) => ({
    ...row,
    says: problem
      ? problemSentence(messages, format, problem.key, problem.params)
      : at
        ? texts.waitsUntil(wakeWords(format, at))
        : "",
  }));
  return <MessageRows slug={slug} title={title} rows={rows} more={shown.next ? button : null} />;
}
