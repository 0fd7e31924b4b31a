"use client";

import { useEffect, useState } from "react";
import type { Outcome } from "#lib/http/outcome";
import { isSlug } from "./slug";

export type AddressState = "incomplete" | "checking" | "free" | "taken";

const PAUSE = 300;

/** Whether an address is still free, asked once typing pauses; an answer that comes late for another address is dropped. */
export function useAddressCheck(slug: string, check: (slug: string) => Promise<Outcome<boolean>>): AddressState {
  const [answer, setAnswer] = useState<{ slug: string; free: boolean } | null>(null);
  useEffect(() => {
    if (!isSlug(slug)) return;
    const timer = setTimeout(() => {
      check(slug).then(
        (outcome) => setAnswer({ slug, free: outcome.ok && outcome.value }),
        () => undefined,
      );
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [slug, check]);
  if (!isSlug(slug)) return "incomplete";
  if (answer?.slug !== slug) return "checking";
  return answer.free ? "free" : "taken";
}
