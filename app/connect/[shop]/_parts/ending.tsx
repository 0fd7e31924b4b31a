"use client";

import type { ReactNode } from "react";
import type { ConnectView } from "#lib/connect/find-connect";
import { Button } from "#ui/button";
import { useMessages } from "../../../_i18n/language";
import { Choices, Head, Sheet } from "./sheet";

export type End = "told" | "lost" | "cancelled";

type Props = { shop: ConnectView["shop"]; name: string | null; title: string; children: ReactNode };

/** The last page of the window, in case it cannot close itself. Reading starts at it. */
export function LastPage({ shop, name, title, children }: Props) {
  return (
    <Sheet>
      <div ref={(page) => page?.focus()} tabIndex={-1} className="outline-none">
        <Head shop={shop} name={name} title={title}>
          <p className="max-w-90 text-pretty text-body">{children}</p>
        </Head>
      </div>
      <CloseWindow />
    </Sheet>
  );
}

/** A browser closes only windows that a page opened; elsewhere the button does nothing and the words remain. */
export function CloseWindow() {
  const { connect } = useMessages();
  return (
    <Choices>
      <Button size="xl" className="md:col-span-2" onClick={() => window.close()}>
        {connect.closeWindow}
      </Button>
    </Choices>
  );
}

/** What was done, and where to go on. */
export function Ending({ end, shop, name }: { end: End; shop: ConnectView["shop"]; name: string | null }) {
  const { connect } = useMessages();
  const { done, cancelled } = connect;
  const words = {
    told: [done.title, done.text(shop.name)],
    lost: [done.lostTitle, done.lostText(shop.name)],
    cancelled: [cancelled.title, cancelled.text(shop.name)],
  } as const;
  const [title, text] = words[end];
  return (
    <LastPage shop={shop} name={name} title={title}>
      {text}
    </LastPage>
  );
}
