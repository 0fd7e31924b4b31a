"use client";

import { FileDown, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "#ui/button";
import { Card } from "#ui/card";
import { ConfirmDialog } from "#ui/confirm-dialog";
import { TextLink } from "#ui/text-link";
import { notify } from "#ui/toast";
import { useFormat } from "../../_i18n/language";
import { useMyMessages } from "../../_i18n/my-language";
import { useRun } from "../../_shared/use-run";
import { askForMineAction, leaveComptoirAction } from "../actions";

/** Everything the shops hold of her, to read and to take elsewhere. Asking is written down; the links only read. */
function YourData({ personId }: { personId: string }) {
  const { me, myPlace } = useMyMessages();
  const [ready, setReady] = useState<number | null>(null);
  const { busy, run } = useRun(undefined, me.notChanged);
  const ask = () =>
    run(
      () => askForMineAction({ person: personId }),
      ({ shops }) => setReady(shops),
    ).catch(reportError);
  return (
    <Card aria-labelledby="your-data" className="p-4 md:p-5">
      <h2 id="your-data" className="flex items-center gap-2 font-semibold text-body max-md:text-lead">
        <FileDown aria-hidden="true" size={16} className="text-ink-2" />
        {myPlace.dataTitle}
      </h2>
      <p className="mt-1 mb-3 text-pretty text-body text-ink-2">{myPlace.dataText}</p>
      {ready === null ? (
        <Button busy={busy} onClick={ask}>
          {myPlace.dataAsk}
        </Button>
      ) : (
        <p role="status" className="flex flex-wrap gap-x-3 gap-y-1 text-body text-ink-2">
          {myPlace.dataReady(ready)}
          <TextLink href="/me/data?as=html" download>
            {myPlace.dataPage}
          </TextLink>
          <TextLink href="/me/data?as=json" download>
            {myPlace.dataJson}
          </TextLink>
        </p>
      )}
    </Card>
  );
}

/** The way out: everything erased in every shop, asked once. */
function Leave({ personId }: { personId: string }) {
  const { me, myPlace } = useMyMessages();
  const { locale } = useFormat();
  const [asking, setAsking] = useState(false);
  const { busy, run } = useRun(undefined, me.notChanged);
  const leave = () => {
    setAsking(false);
    run(
      () => leaveComptoirAction({ person: personId, locale }),
      () => notify(myPlace.leaving),
    ).catch(reportError);
  };
  return (
    <Card aria-labelledby="leave" className="p-4 md:p-5">
      <h2 id="leave" className="flex items-center gap-2 font-semibold text-body max-md:text-lead">
        <Trash2 aria-hidden="true" size={16} className="text-ink-2" />
        {myPlace.leaveTitle}
      </h2>
      <p className="mt-1 mb-3 text-pretty text-body text-ink-2">{myPlace.leaveText}</p>
      <Button variant="danger" busy={busy} onClick={() => setAsking(true)}>
        {myPlace.leaveDo}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={myPlace.leaveAsk}
        text={myPlace.leaveAskText}
        confirm={myPlace.leaveDo}
        danger
        onConfirm={leave}
      />
    </Card>
  );
}

/** What a shopper may ask about her data: a copy, and that it be erased. */
export function MyData({ personId }: { personId: string }) {
  return (
    <div className="mt-4 grid gap-4 md:grid-cols-2">
      <YourData personId={personId} />
      <Leave personId={personId} />
    </div>
  );
}
