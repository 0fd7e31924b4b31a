"use client";

import { useState } from "react";
import type { DataRequestView } from "#lib/privacy/view-request";
import { Badge } from "#ui/badge";
import { Button } from "#ui/button";
import { Card, CardHead } from "#ui/card";
import { Dialog } from "#ui/dialog";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Segment } from "#ui/segment";
import { Textarea } from "#ui/textarea";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { usePeopleMessages } from "../../../../_i18n/people-language";
import type { useDataRequests } from "../use-data-requests";
import { useStanding } from "../use-standing";

type Acts = ReturnType<typeof useDataRequests>;

function Extend({ requestId, acts }: { requestId: string; acts: Acts }) {
  const { contactData } = usePeopleMessages();
  const { common } = useMessages();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const extend = () => acts.extend(requestId, reason, () => setOpen(false)).catch(reportError);
  return (
    <>
      <Button size="sm" variant="ghost" onClick={() => setOpen(true)}>
        {contactData.extend}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        size="sm"
        title={contactData.extendTitle}
        text={contactData.extendText}
        actions={
          <>
            <Button size="lg" onClick={() => setOpen(false)}>
              {common.cancel}
            </Button>
            <Button size="lg" variant="primary" busy={acts.busy} disabled={reason.trim().length < 10} onClick={extend}>
              {contactData.extendDo}
            </Button>
          </>
        }
      >
        <Field label={contactData.extendReason}>
          {(control) => (
            <Textarea
              {...control}
              value={reason}
              maxLength={500}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          )}
        </Field>
      </Dialog>
    </>
  );
}

function Record({ acts }: { acts: Acts }) {
  const { contactData } = usePeopleMessages();
  const { common } = useMessages();
  const format = useFormat();
  const today = format.fieldDay(format.now());
  const [open, setOpen] = useState(false);
  const [kind, setKind] = useState<"access" | "erasure">("access");
  const [day, setDay] = useState(today);
  const record = () => acts.record(kind, day, () => setOpen(false)).catch(reportError);
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        {contactData.record}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        size="sm"
        title={contactData.record}
        text={contactData.recordText}
        actions={
          <>
            <Button size="lg" onClick={() => setOpen(false)}>
              {common.cancel}
            </Button>
            <Button size="lg" variant="primary" busy={acts.busy} disabled={day === ""} onClick={record}>
              {common.save}
            </Button>
          </>
        }
      >
        <div className="grid gap-4">
          <Segment
            label={contactData.recordKind}
            value={kind}
            onChange={setKind}
            options={[
              { value: "access", label: contactData.kinds.access },
              { value: "erasure", label: contactData.kinds.erasure },
            ]}
          />
          <Field label={contactData.recordDay}>
            {(control) => (
              <Input
                {...control}
                type="date"
                value={day}
                max={today}
                onChange={(event) => setDay(event.currentTarget.value)}
              />
            )}
          </Field>
        </div>
      </Dialog>
    </>
  );
}

function Row({ request, acts }: { request: DataRequestView; acts: Acts }) {
  const { contactData } = usePeopleMessages();
  const format = useFormat();
  const { words, tone } = useStanding()(request);
  return (
    <li className="grid gap-1 border-line border-t px-4 py-2.5">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-label">
        <b>{contactData.kinds[request.kind]}</b>
        <Badge tone={tone}>{words}</Badge>
      </p>
      <p className="text-caption text-ink-3">
        <time dateTime={request.askedAt}>{format.fullDate(request.askedAt)}</time> ·{" "}
        {contactData.origins[request.origin]}
      </p>
      {request.extensionReason ? (
        <p className="break-words text-caption text-ink-2">{contactData.extendedBecause(request.extensionReason)}</p>
      ) : null}
      {request.state === "open" && request.extensionReason === null ? (
        <span>
          <Extend requestId={request.id} acts={acts} />
        </span>
      ) : null}
    </li>
  );
}

/** What a contact asked about her data, with due dates, and the way to write down what came otherwise. */
export function DataCard({ requests, acts }: { requests: readonly DataRequestView[]; acts: Acts }) {
  const { contactData } = usePeopleMessages();
  return (
    <Card aria-labelledby="requests">
      <CardHead id="requests" title={contactData.title} text={contactData.text} />
      <ul>
        {requests.map((request) => (
          <Row key={request.id} request={request} acts={acts} />
        ))}
        {requests.length === 0 ? (
          <li className="border-line border-t px-4 py-2.5 text-caption text-ink-3">{contactData.none}</li>
        ) : null}
      </ul>
      <div className="border-line border-t px-4 py-3">
        <Record acts={acts} />
      </div>
    </Card>
  );
}
