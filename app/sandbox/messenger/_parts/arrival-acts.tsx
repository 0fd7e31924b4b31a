"use client";

import { type FormEvent, useState } from "react";
import { useSandboxMessages } from "#app/_i18n/sandbox-language";
import { HANDOVER_MOVES } from "#lib/sandbox/messenger/hand-over-moves";
import { Button } from "#ui/button";
import { Input } from "#ui/input";
import type { PageView } from "../view";
import { useThePhone } from "./messenger-context";

/** How she comes by an advertisement, which opens a longer window, and what another app does with her thread. */
export function ArrivalActs({ page }: { page: PageView }) {
  const { sandboxMessenger: texts } = useSandboxMessages();
  const { state, control } = useThePhone();
  const { id: personId, name } = state.person;
  const who = { personId, pageId: page.id };
  const [title, setTitle] = useState(texts.adTitle);
  const [text, setText] = useState("");
  const firstName = name.split(" ")[0] ?? name;

  async function arrive(event: FormEvent) {
    event.preventDefault();
    if (!title.trim() || !text.trim()) return;
    if (await control({ act: "ad", ...who, title: title.trim(), text: text.trim() })) setText("");
  }
  return (
    <>
      <section aria-label={texts.ad} className="grid gap-2">
        <h3 className="font-label text-label">{texts.ad}</h3>
        <p className="text-caption text-ink-3">{texts.adText}</p>
        <form onSubmit={arrive} className="grid gap-2">
          <Input aria-label={texts.adOf} value={title} onChange={({ target }) => setTitle(target.value)} />
          <div className="flex gap-2">
            <Input
              aria-label={texts.adSays(firstName)}
              placeholder={texts.adSays(firstName)}
              value={text}
              onChange={({ target }) => setText(target.value)}
              className="min-w-0 grow"
            />
            <Button type="submit">{texts.send}</Button>
          </div>
        </form>
      </section>
      <section aria-label={texts.handover} className="grid gap-2">
        <h3 className="font-label text-label">{texts.handover}</h3>
        <div className="flex flex-wrap gap-2">
          {HANDOVER_MOVES.map((move) => (
            <Button key={move} size="sm" onClick={() => void control({ act: "handover", ...who, move })}>
              {texts.handovers[move]}
            </Button>
          ))}
        </div>
      </section>
    </>
  );
}
