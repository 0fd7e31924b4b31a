"use client";

import type { ConnectView } from "#lib/connect/find-connect";
import { Mark } from "#ui/logo";
import { useMessages } from "../../../_i18n/language";
import { CloseWindow } from "./ending";
import { Head, Sheet } from "./sheet";

/** A window that can no longer be answered: which reason, and the way back. */
export function Over({ connect }: { connect: ConnectView | null }) {
  const { over } = useMessages().connect;
  if (connect && connect.state !== "open")
    return (
      <Sheet>
        <Head shop={connect.shop} name={null} title={over[connect.state]}>
          <p className="max-w-90 text-pretty text-body">{over.text(connect.shop.name)}</p>
        </Head>
        <CloseWindow />
      </Sheet>
    );
  return (
    <Sheet>
      <div className="grid justify-items-center text-center">
        <Mark size={40} className="text-ink-3" />
        <h1 className="mt-4 text-balance font-heading text-[1.25rem]/7 tracking-[-0.014em]">{over.unknown}</h1>
        <p className="mt-1 max-w-90 text-pretty text-body text-ink-2">{over.unknownText}</p>
      </div>
      <CloseWindow />
    </Sheet>
  );
}
