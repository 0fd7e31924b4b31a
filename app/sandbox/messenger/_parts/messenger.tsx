"use client";

import { ExternalLink } from "lucide-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useSandboxMessages } from "#app/_i18n/sandbox-language";
import type { SandboxPerson } from "#lib/sandbox/people/person";
import { ButtonLink } from "#ui/button-link";
import { Segment } from "#ui/segment";
import { classNames } from "../../../_ui/class-names";
import { useMessenger } from "../use-messenger";
import type { MessengerState } from "../view";
import { Controls } from "./controls";
import { MessengerProvider } from "./messenger-context";
import { Phone } from "./phone";
import { Storefront } from "./storefront";
import { TopBar } from "./top-bar";
import { Wire } from "./wire";

type Props = {
  initial: MessengerState;
  people: SandboxPerson[];
  /** The `ref` of the m.me link that led here. */
  reference: string | null;
  storefront: string;
};

type Pane = "phone" | "wire" | "controls";

/** Somebody's phone beside the storefront and the wire; on a phone's own screen one of them at a time. */
export function Messenger({ initial, people, reference, storefront }: Props) {
  const { sandboxMessenger: texts } = useSandboxMessages();
  const messenger = useMessenger(initial);
  const [pane, setPane] = useState<Pane>("phone");
  const followed = useRef(false);
  const follow = useEffectEvent(() => {
    const pageId = initial.thread?.page.id;
    if (reference && pageId) void messenger.act({ act: "open", pageId, ref: reference });
    if (reference && pageId) messenger.go(pageId);
  });
  useEffect(() => {
    if (followed.current) return;
    followed.current = true;
    follow();
  }, []);
  return (
    <MessengerProvider value={{ ...messenger, people }}>
      <div className="flex h-dvh flex-col bg-active max-md:bg-surface">
        <TopBar people={people} />
        <div className="flex shrink-0 justify-center border-line border-b p-2 md:hidden">
          <Segment
            label={texts.panes}
            options={[
              { value: "phone", label: texts.phone },
              { value: "wire", label: texts.wire },
              { value: "controls", label: texts.controls },
            ]}
            value={pane}
            onChange={setPane}
          />
        </div>
        <main
          id="content"
          className="grid min-h-0 grow grid-cols-1 gap-6 md:grid-cols-[420px_minmax(0,1fr)] md:p-6 [&>*]:min-h-0"
        >
          <h1 className="sr-only">{texts.title}</h1>
          <div className={classNames(pane === "phone" ? "" : "max-md:hidden")}>
            <Phone />
          </div>
          <div className={classNames("flex min-w-0 flex-col gap-4", pane === "wire" ? "" : "max-md:hidden")}>
            <Storefront origin={storefront} />
            <Wire />
          </div>
          {pane === "controls" ? (
            <section aria-label={texts.controls} className="grid content-start gap-3 p-4 md:hidden">
              <Controls />
              <ButtonLink href={storefront} icon={<ExternalLink aria-hidden="true" size={16} />}>
                {texts.storefront}
              </ButtonLink>
            </section>
          ) : null}
        </main>
      </div>
    </MessengerProvider>
  );
}
