"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { CheckContacts, ContactChance } from "#lib/conversations/to-contacts/check-contacts";
import { useMessages } from "../../../_i18n/language";
import { newKey } from "../../../_shared/new-key";
import { noAnswer } from "../../../_shared/no-answer";
import { useRun } from "../../../_shared/use-run";
import { sendMessageAction } from "../inbox/actions";
import { checkContactsAction } from "./actions";

export type Purpose = CheckContacts["purpose"];

/** One contact and what became of her message: `waiting` until it was tried, `unsent` with why where it did not go. */
export type Written = ContactChance & {
  key: string;
  state: "waiting" | "sent" | "scheduled" | "unsent";
  /** What an unsent one was refused for, as a sentence. */
  why?: string;
  /** When a scheduled one goes (ISO 8601). */
  at?: string | null;
};

/** How many are looked at by one request. */
const AT_ONCE = 50;

const mayGo = ({ chance }: ContactChance) => chance.state !== "refused";

/**
 * Writes one message to several contacts, one after another, each decided for itself. What is tried again keeps its key,
 * so that nobody gets it twice.
 */
export function useMessageContacts(slug: string, contactIds: readonly string[]) {
  const { common } = useMessages();
  const checking = useRun();
  const [purpose, setPurpose] = useState<Purpose>("offers");
  const [known, setKnown] = useState<{ purpose: Purpose; rows: readonly Written[] } | null>(null);
  const [step, setStep] = useState<"writing" | "sending" | "ended">("writing");
  const stopped = useRef(false);
  const check = useEffectEvent(async (of: Purpose) => {
    const found: ContactChance[] = [];
    for (let from = 0; from < contactIds.length; from += AT_ONCE) {
      const some = contactIds.slice(from, from + AT_ONCE);
      await checking.run(
        () => checkContactsAction(slug, { contactIds: some, purpose: of }),
        (chances) => void found.push(...chances),
      );
    }
    setKnown({ purpose: of, rows: found.map((one) => ({ ...one, key: newKey(), state: "waiting" })) });
  });
  useEffect(() => {
    check(purpose).catch(reportError);
    return () => {
      stopped.current = true;
    };
  }, [purpose]);

  const rows = known?.purpose === purpose ? known.rows : [];

  async function write({ conversationId, key }: Written, body: string): Promise<Partial<Written>> {
    if (conversationId === null) return {};
    const outcome = await sendMessageAction(slug, { conversationId, clientKey: key, body, purpose }).catch(noAnswer);
    if (!outcome?.ok) return { state: "unsent", why: outcome?.problem.message || common.noConnection };
    const { delivery, sendAt } = outcome.value;
    return delivery === "scheduled" ? { state: "scheduled", at: sendAt } : { state: "sent" };
  }

  async function send(body: string) {
    stopped.current = false;
    setStep("sending");
    for (const one of rows.filter((row) => mayGo(row) && (row.state === "waiting" || row.state === "unsent"))) {
      if (stopped.current) break;
      const became = await write(one, body);
      setKnown(
        (before) =>
          before && { purpose, rows: before.rows.map((row) => (row.key === one.key ? { ...row, ...became } : row)) },
      );
    }
    setStep("ended");
  }

  const going = rows.filter(mayGo);
  return {
    purpose,
    choose: setPurpose,
    checking: known?.purpose !== purpose,
    step,
    rows,
    /** Those whom it may reach, now or later. */
    going,
    /** How many of them were tried. */
    tried: going.filter(({ state }) => state !== "waiting").length,
    left: going.filter(({ state }) => state === "waiting" || state === "unsent").length,
    send,
    stop() {
      stopped.current = true;
    },
  };
}
