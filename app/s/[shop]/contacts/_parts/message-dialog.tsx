"use client";

import { useState } from "react";
import type { ContactRow } from "#lib/contacts/list-contacts";
import { MESSAGE_MAX } from "#lib/conversations/messages-to-write";
import { problemSentence } from "#lib/i18n/problem";
import { Button } from "#ui/button";
import { Field } from "#ui/field";
import { ProgressBar } from "#ui/progress-bar";
import { Segment } from "#ui/segment";
import { Textarea } from "#ui/textarea";
import { WritingDialog } from "#ui/writing-dialog";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { usePeopleMessages } from "../../../../_i18n/people-language";
import { wakeWords } from "../../inbox/until-words";
import { useMessageContacts, type Written } from "../use-message-contacts";
import { MessageRows } from "./message-rows";

type Props = { slug: string; chosen: ReadonlyMap<string, ContactRow>; onClose: () => void };

/** One message to the chosen contacts: who gets it, who gets it later and who does not, before it is sent and after. */
export function MessageDialog({ slug, chosen, onClose }: Props) {
  const messages = useMessages();
  const { message: texts } = usePeopleMessages().contactTable;
  const format = useFormat();
  const [body, setBody] = useState("");
  const writing = useMessageContacts(slug, [...chosen.keys()]);
  const { step, rows, going, tried, left } = writing;
  const blank = body.trim() === "";
  const of = (...states: Written["state"][]) => rows.filter(({ state }) => states.includes(state));
  const list = (title: string, shown: readonly Written[], say: (row: Written) => string) => (
    <MessageRows
      slug={slug}
      title={title}
      rows={shown}
      contactOf={({ contactId }) => chosen.get(contactId)}
      say={say}
    />
  );
  const why = ({ chance }: Written) =>
    chance.state === "now" ? "" : problemSentence(messages, format, chance.refusal.key, chance.refusal.params);
  const until = (at: string) => texts.waitsUntil(wakeWords(format, at));
  const parts = [
    [going.filter(({ chance }) => chance.state === "now").length, texts.goes],
    [going.filter(({ chance }) => chance.state === "later").length, texts.waits],
    [rows.length - going.length, texts.refused],
  ] as const;
  const became = [
    [of("sent").length, texts.sent],
    [of("scheduled").length, texts.scheduled],
    [step === "ended" ? rows.length - going.length : 0, texts.refused],
  ] as const;
  const counted = (counts: typeof parts | typeof became) =>
    format.list(counts.flatMap(([n, words]) => (n > 0 ? [words(n)] : [])));
  const waits = step === "writing" ? going.filter(({ chance }) => chance.state === "later") : of("scheduled");
  const send = () => void writing.send(body).catch(reportError);
  return (
    <WritingDialog
      unsaved={(step === "writing" && !blank) || step === "sending"}
      onClose={onClose}
      title={texts.title(chosen.size)}
      size="lg"
      actions={
        step === "sending" ? (
          <Button onClick={writing.stop}>{texts.stop}</Button>
        ) : (
          <>
            <Button onClick={onClose}>{step === "ended" ? messages.common.close : messages.common.cancel}</Button>
            {left > 0 ? (
              <Button variant="primary" disabled={blank || writing.checking} onClick={send}>
                {step === "ended" ? texts.again(left) : texts.send(left)}
              </Button>
            ) : null}
          </>
        )
      }
    >
      <div className="grid gap-4">
        {step === "writing" ? (
          <>
            <div className="grid gap-1.5">
              <Segment
                label={texts.kind}
                value={writing.purpose}
                onChange={writing.choose}
                options={[
                  { value: "offers", label: texts.kinds.offers },
                  { value: "service", label: texts.kinds.service },
                ]}
              />
              <p className="text-caption text-ink-3">
                {texts.kindHint} {writing.purpose === "offers" ? messages.inbox.offer.rule : null}
              </p>
            </div>
            <Field label={texts.words}>
              {(control) => (
                <Textarea
                  {...control}
                  maxLength={MESSAGE_MAX}
                  value={body}
                  onChange={(event) => setBody(event.target.value)}
                />
              )}
            </Field>
          </>
        ) : (
          <ProgressBar
            label={texts.sending}
            share={going.length > 0 ? tried / going.length : 1}
            text={texts.progress(tried, going.length)}
          />
        )}
        <p role="status" className="font-semibold text-label first-letter:uppercase">
          {writing.checking ? texts.checking : counted(step === "writing" ? parts : became)}{" "}
          {step === "ended" && of("waiting").some((row) => going.includes(row))
            ? texts.stopped(going.length - tried)
            : null}
        </p>
        {list(texts.unsentFor, of("unsent"), (row) => row.why ?? "")}
        {list(texts.waitsFor, waits, (row) =>
          row.at ? until(row.at) : row.chance.state === "later" ? `${why(row)} ${until(row.chance.at)}` : "",
        )}
        {list(
          texts.refusedFor,
          rows.filter((row) => !going.includes(row)),
          why,
        )}
      </div>
    </WritingDialog>
  );
}
