"use client";

import { useState, useTransition } from "react";
import type { Locale } from "#lib/i18n/locales";
import { Banner } from "#ui/banner";
import { Button } from "#ui/button";
import { useMessages } from "../../../_i18n/language";
import { openAnswerAction } from "../actions";

/** Opens the conversation of a mail in the chat's own page. */
export function OpenAnswerButton({ token, locale, label }: { token: string; locale: Locale; label: string }) {
  const { common } = useMessages();
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const open = () =>
    start(async () => {
      const outcome = await openAnswerAction({ token, locale }).catch(() => null);
      if (outcome?.ok) location.assign(outcome.value.path);
      else setProblem(outcome?.problem.message ?? common.noConnection);
    });
  return (
    <div className="grid justify-items-center gap-3">
      <Button variant="primary" size="xl" busy={pending} onClick={open}>
        {label}
      </Button>
      {problem ? (
        <Banner tone="danger" role="alert">
          {problem}
        </Banner>
      ) : null}
    </div>
  );
}
