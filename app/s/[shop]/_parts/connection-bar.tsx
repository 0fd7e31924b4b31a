"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { Button } from "#ui/button";
import { Spinner } from "#ui/spinner";
import { useMessages } from "../../../_i18n/language";
import { connectNow, nextConnectionTry } from "../../../_realtime/client";
import { useConnectionState } from "../../../_realtime/use-channel";
import { useShop, useUnsent } from "./live-shop";

/** The seconds until it is tried again; nothing while it is being tried. `at` answers by `performance.now()`. */
function NextTry({ at }: { at: () => number | null }) {
  const { offline } = useMessages().inbox;
  const [left, setLeft] = useState(0);
  const count = useEffectEvent(() => setLeft(Math.ceil(((at() ?? 0) - performance.now()) / 1000)));
  useEffect(() => {
    count();
    const timer = setInterval(() => count(), 500);
    return () => clearInterval(timer);
  }, []);
  return left > 0 ? (
    <span aria-hidden="true" className="tabular-nums">
      {offline.nextTry(left)}
    </span>
  ) : null;
}

/** Says across the top that the connection is gone and what waits for it; empty, but there, while all is well. */
export function ConnectionBar() {
  const { inbox } = useMessages();
  const { feed } = useShop();
  const { outbox, held, tryNow, nextTry } = useUnsent();
  const connection = useConnectionState();
  const waiting = outbox.filter((draft) => draft.state !== "unsent").length;
  const shown = connection === "offline" || (held && waiting > 0);
  const again = () => {
    tryNow();
    connectNow();
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
          <NextTry at={() => (waiting > 0 ? nextTry() : null) ?? nextConnectionTry()} />
          <Button variant="ghost" size="sm" className="text-current!" onClick={again}>
            {inbox.offline.tryNow}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
