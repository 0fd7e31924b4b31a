"use client";

import { useSandboxMessages } from "#app/_i18n/sandbox-language";
import { Button } from "#ui/button";
import type { PageView, ThreadView } from "../view";
import { useThePhone } from "./messenger-context";
import { PageFace } from "./page-face";

type Props = { page: PageView; welcome: NonNullable<ThreadView["welcome"]> };

/** What a thread shows before its first message: the greeting, questions to start with, and Get Started. */
export function Welcome({ page, welcome }: Props) {
  const { sandboxMessenger: texts } = useSandboxMessages();
  const { act } = useThePhone();
  const { greeting, getStarted, iceBreakers } = welcome;
  const start = (payload: string, title: string) => void act({ act: "start", pageId: page.id, payload, title });
  return (
    <div className="my-auto grid justify-items-center gap-3 px-3 py-6 text-center">
      <PageFace page={page} size={72} />
      <p className="type-title">{page.name}</p>
      <p className="text-(--mm-quiet) text-label">{greeting ?? texts.noMessages(page.name)}</p>
      {iceBreakers.length > 0 ? (
        <ul aria-label={texts.iceBreakers} className="mt-2 grid gap-2">
          {iceBreakers.map(({ question, payload }) => (
            <li key={question}>
              <button
                type="button"
                onClick={() => start(payload, question)}
                className="min-h-9 rounded-full bg-(--mm-in) px-4 py-1.5 font-semibold text-(--mm-ink) text-[0.875rem] max-md:min-h-11"
              >
                {question}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {getStarted ? (
        <Button size="lg" className="mt-2 bg-msgr! text-on-msgr!" onClick={() => start(getStarted, texts.getStarted)}>
          {texts.getStarted}
        </Button>
      ) : null}
    </div>
  );
}
