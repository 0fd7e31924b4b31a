"use client";

import { type FormEvent, useState } from "react";
import { useSandboxMessages } from "#app/_i18n/sandbox-language";
import { Button } from "#ui/button";
import { Input } from "#ui/input";
import type { PageView } from "../view";
import { useThePhone } from "./messenger-context";

const ACTIONS = ["warning", "block", "unblock"] as const;

/** What happens to a Page on Facebook itself: somebody answers from its inbox there, or Facebook enforces its rules. */
export function PageActs({ page }: { page: PageView }) {
  const { sandboxMessenger: texts } = useSandboxMessages();
  const { state, control } = useThePhone();
  const [text, setText] = useState("");
  const { id: personId, name } = state.person;
  const answerTo = texts.inboxAnswer(name.split(" ")[0] ?? name);

  async function answer(event: FormEvent) {
    event.preventDefault();
    const said = text.trim();
    if (said && (await control({ act: "answer", personId, pageId: page.id, text: said }))) setText("");
  }
  return (
    <section aria-label={texts.pageActs} className="grid gap-2">
      <h3 className="font-label text-label">{texts.pageActs}</h3>
      <form onSubmit={answer} className="flex gap-2">
        <Input
          aria-label={answerTo}
          placeholder={answerTo}
          value={text}
          onChange={({ target }) => setText(target.value)}
          className="min-w-0 grow"
        />
        <Button type="submit">{texts.send}</Button>
      </form>
      <div className="flex flex-wrap gap-2">
        {ACTIONS.map((action) => (
          <Button key={action} size="sm" onClick={() => void control({ act: "policy", pageId: page.id, action })}>
            {texts.policies[action]}
          </Button>
        ))}
      </div>
    </section>
  );
}
