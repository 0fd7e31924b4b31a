"use client";

import type { FormEvent, KeyboardEvent } from "react";
import { Button } from "#ui/button";
import { Textarea } from "#ui/textarea";
import { useMyMessages } from "../../_i18n/my-language";
import { type Answering, useAnswer } from "./use-answer";

/** Where a shopper writes to a shop. What she typed stays until the shop has it. */
export function AnswerBox(props: Answering) {
  const { myPlace } = useMyMessages();
  const { text, setText, sending, problem, send } = useAnswer(props);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <form onSubmit={submit} className="grid gap-2">
      <Textarea
        value={text}
        aria-label={myPlace.answer(props.shop.name)}
        placeholder={myPlace.answer(props.shop.name)}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p role="alert" className="min-w-0 grow text-caption text-danger-ink">
          {problem}
        </p>
        <Button type="submit" variant="primary" size="lg" busy={sending}>
          {myPlace.send}
        </Button>
      </div>
    </form>
  );
}
