"use client";

import { ShieldOff, Timer, UserRound } from "lucide-react";
import type { ComposerState } from "#lib/conversations/composer-state";
import { useFormat, useMessages } from "../../../../_i18n/language";
import { Rich } from "../../../../_i18n/rich";
import { classNames } from "../../../../_ui/class-names";
import { untilWords } from "../until-words";

const LINE = "flex min-h-7 items-center justify-end gap-1.5 px-3 pt-1.5 text-caption @max-[15rem]/app:justify-start";

/** Whether it is the window that says no, and not a person. */
function isWindow({ refusal }: ComposerState): boolean {
  return refusal === null || refusal.key.endsWith("window_closed") || refusal.key === "human_agent_missing";
}

function Left({ until, low }: { until: string; low: boolean }) {
  const { window: texts } = useMessages().inboxMessenger;
  const format = useFormat();
  const left = format.duration(Date.parse(until) - format.now().getTime());
  const tags = { time: () => <b className="font-semibold tabular-nums">{left}</b> };
  return (
    <p className={classNames(LINE, low ? "text-warning-ink" : "text-ink-3 [&_b]:text-ink-2")}>
      <Timer aria-hidden="true" size={14} className="shrink-0" />
      <span className="max-md:hidden">
        <Rich text={texts.open} tags={tags} />
      </span>
      <span className="md:hidden">
        <Rich text={texts.openShort} tags={tags} />
      </span>
    </p>
  );
}

/** How long a Messenger conversation can be answered, above the text box; it counts down without asking anybody. */
export function WindowLine({ state }: { state: ComposerState }) {
  const { window: texts } = useMessages().inboxMessenger;
  const format = useFormat();
  if (state.state === "closed")
    return (
      <p className={classNames(LINE, "text-ink-3")}>
        <ShieldOff aria-hidden="true" size={14} className="shrink-0" />
        {isWindow(state) ? texts.closedShort : texts.blocked}
      </p>
    );
  if (state.state !== "human_only")
    return state.windowExpiresAt ? <Left until={state.windowExpiresAt} low={state.state === "low"} /> : null;
  const day = state.humanUntil ? untilWords(format, state.humanUntil) : "";
  return (
    <p className={classNames(LINE, "text-warning-ink")}>
      <UserRound aria-hidden="true" size={14} className="shrink-0" />
      <span className="max-md:hidden">
        <Rich text={texts.human} tags={{ day: () => <b className="font-semibold">{day}</b> }} />
      </span>
      <span className="md:hidden">{texts.humanShort}</span>
    </p>
  );
}
