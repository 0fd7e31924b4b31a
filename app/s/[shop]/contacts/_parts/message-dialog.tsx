"use client";

import { useState } from "react";
import type { ContactRow } from "#lib/contacts/list-contacts";
import { MESSAGE_MAX } from "#lib/conversations/messages-to-write";
import type { ContactChance } from "#lib/conversations/to-contacts/soonest";
import { problemSentence } from "#lib/i18n/problem";
import { Button } from "#ui/button";
import { Field } from "#ui/field";
import { Segment } from "#ui/segment";
import { Textarea } from "#ui/textarea";
import { WritingDialog } from "#ui/writing-dialog";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { usePeopleMessages } from "../../../../_i18n/people-language";
import { newKey } from "../../../../_shared/new-key";
import { wakeWords } from "../../inbox/until-words";
import type { BulkMessageJob } from "../use-bulk-message";
import { useChances, type Whom } from "../use-chances";
import { MessageRows } from "./message-rows";
import { WhyNot } from "./why-not";

type Props = {
  slug: string;
  whom: Whom;
  /** How many are meant, and those of them who are known by name here. */
  total: number;
  chosen: ReadonlyMap<string, ContactRow>;
  job: BulkMessageJob;
  onClose: () => void;
};

/** One message to many contacts: who gets it, who gets it later and who does not, before it is sent. */
export function MessageDialog({ slug, whom, total, chosen, job, onClose }: Props) {
  const messages = useMessages();
  const { message: texts } = usePeopleMessages().contactTable;
  const format = useFormat();
  const [body, setBody] = useState("");
  const [clientKey] = useState(newKey);
  const { purpose, choose, known } = useChances(slug, whom);
  const { now = 0, later = 0, refused = [], more = false } = known?.chances ?? {};
  const blank = body.trim() === "";
  const going = more ? total : now + later;
  const parts = [
    [now, texts.goes],
    [later, texts.waits],
    [refused.reduce((sum, { n }) => sum + n, 0), texts.refused],
  ] as const;
  const says = ({ chance }: ContactChance) => {
    if (chance.state === "now") return "";
    const why = problemSentence(messages, format, chance.refusal.key, chance.refusal.params);
    return chance.state === "later" ? `${why} ${texts.waitsUntil(wakeWords(format, chance.at))}` : why;
  };
  const rows = (state: ContactChance["chance"]["state"]) =>
    (known?.rows ?? [])
      .filter(({ chance }) => chance.state === state)
      .map((row) => ({ ...row, name: chosen.get(row.contactId)?.name ?? "", says: says(row) }));
  const to = "filter" in whom ? whom : { contactIds: [...whom.contactIds] };
  return (
    <WritingDialog
      unsaved={!blank}
      onClose={onClose}
      title={texts.title(total)}
      size="lg"
      actions={
        <>
          <Button onClick={onClose}>{messages.common.cancel}</Button>
          {going > 0 ? (
            <Button
              variant="primary"
              busy={job.busy}
              disabled={blank || !known}
              onClick={() => void job.start({ clientKey, to, purpose, body }, onClose)}
            >
              {texts.send(going)}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="grid gap-4">
        <div className="grid gap-1.5">
          <Segment
            label={texts.kind}
            value={purpose}
            onChange={choose}
            options={[
              { value: "offers", label: texts.kinds.offers },
              { value: "service", label: texts.kinds.service },
            ]}
          />
          <p className="text-caption text-ink-3">
            {texts.kindHint} {purpose === "offers" ? messages.inbox.offer.rule : null}
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
        <p role="status" className="font-semibold text-label first-letter:uppercase">
          {known ? format.list(parts.flatMap(([n, words]) => (n > 0 ? [words(n)] : []))) : texts.checking}{" "}
          {more ? texts.uncounted : null}
        </p>
        {"filter" in whom ? <WhyNot problems={refused} /> : null}
        <MessageRows slug={slug} title={texts.waitsFor} rows={rows("later")} />
        <MessageRows slug={slug} title={texts.refusedFor} rows={rows("refused")} />
        <p className="text-caption text-ink-3">{texts.decidedAgain}</p>
      </div>
    </WritingDialog>
  );
}
