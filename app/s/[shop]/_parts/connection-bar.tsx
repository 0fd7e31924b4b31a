"use client";

import { Button } from "#ui/button";
import { Spinner } from "#ui/spinner";
import { useMessages } from "../../../_i18n/language";
import { useConnectionState } from "../../../_realtime/use-channel";
import { useShop, useUnsent } from "./live-shop";

/** Says across the top that the connection is gone and what waits for it; empty, but there, while all is well. */
export function ConnectionBar() {
  const { inbox } = useMessages();
  const { feed } = useShop();
  const { outbox, held, tryNow } = useUnsent();
  const connection = useConnectionState();
  const waiting = outbox.filter((draft) => draft.state !== "unsent").length;
  const shown = connection === "offline" || (held && waiting > 0);
  const again = () => {
    tryNow();
    feed.catchUp().catch(reportError);
  };
  return (
    <div role="status">
      {shown ? (
        <div className="flex min-h-10 flex-wrap items-center gap-x-2 bg-warning-soft px-4 py-1 text-label text-warning-ink forced-colors:border-b">
          <Spinner />
          <p className="min-w-0 grow">
            <b>{inbox.offline.reconnecting}</b> {waiting > 0 ? `${inbox.offline.waiting(waiting)} ` : null}
            <span className="max-md:hidden">{inbox.offline.keepWriting}</span>
          </p>
          <Button variant="ghost" size="sm" className="text-current!" onClick={again}>
            {inbox.offline.tryNow}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
