"use client";

import { ShieldAlert, ShieldCheck } from "lucide-react";
import { useState } from "react";
import type { ConsentRecordView } from "#lib/contacts/load-contact";
import type { RecordCheck } from "#lib/contacts/verify-record";
import { Button } from "#ui/button";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { useRun } from "../../../../_shared/use-run";
import { useShop } from "../../_parts/live-shop";
import { verifyRecordAction } from "../actions";

/** Checks one record against the ledger, and says since when it is known not to have changed. */
export function VerifyRecord({ record }: { record: ConsentRecordView }) {
  const { ledger } = useMessages().contacts;
  const format = useFormat();
  const { slug } = useShop();
  const { busy, run } = useRun();
  const [check, setCheck] = useState<RecordCheck | null>(null);
  const words = () => {
    if (!check?.holds) return ledger.broken;
    return check.since ? ledger.verifiedSince(format.fullDate(check.since)) : ledger.verified;
  };
  return (
    <>
      <code className="text-micro">{record.proofId}</code>
      <span role="status" className="ml-auto">
        {check ? (
          <span className={check.holds ? "flex gap-1.5 text-success-ink" : "flex gap-1.5 text-danger-ink"}>
            {check.holds ? <ShieldCheck aria-hidden="true" size={14} /> : <ShieldAlert aria-hidden="true" size={14} />}
            {words()}
          </span>
        ) : (
          <Button
            size="sm"
            variant="ghost"
            busy={busy}
            icon={<ShieldCheck aria-hidden="true" size={14} />}
            onClick={() => run(() => verifyRecordAction(slug, { recordId: record.id }), setCheck)}
          >
            {ledger.verify}
          </Button>
        )}
      </span>
    </>
  );
}
