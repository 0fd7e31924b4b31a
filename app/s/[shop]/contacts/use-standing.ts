"use client";

import type { DataRequestView } from "#lib/privacy/view-request";
import type { BadgeTone } from "#ui/badge";
import { useFormat } from "../../../_i18n/language";
import { usePeopleMessages } from "../../../_i18n/people-language";

/** How a request stands, in words: done, under way, due, or late. */
export function useStanding() {
  const { contactData } = usePeopleMessages();
  const format = useFormat();
  return ({ state, dueAt, completedAt, done, total }: DataRequestView): { words: string; tone: BadgeTone } => {
    if (completedAt) return { words: contactData.doneOn(format.fullDate(completedAt)), tone: "success" };
    if (state === "running")
      return { words: contactData.progress(total > 0 ? Math.floor((100 * done) / total) : 0), tone: "info" };
    const due = format.fullDate(dueAt);
    return format.now() > new Date(dueAt)
      ? { words: contactData.overdue(due), tone: "danger" }
      : { words: contactData.dueBy(due), tone: "warning" };
  };
}
