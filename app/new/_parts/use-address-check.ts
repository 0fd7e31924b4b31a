"use client";

import { useEffect, useState } from "react";
import { isSlug } from "./slug";

export type AddressState = "incomplete" | "checking" | "free" | "taken";

const PAUSE = 300;

/** Whether an address is still free, asked once typing pauses; an answer that comes late for another address is dropped. */
export function useAddressCheck(slug: string, isFree: (slug: string) => Promise<boolean>): AddressState {
  const [answer, setAnswer] = useState<{ slug: string; free: boolean } | null>(null);
  useEffect(() => {
    if (!isSlug(slug)) return;
    const timer = setTimeout(() => {
      isFree(slug).then(
        (free) => setAnswer({ slug, free }),
        () => undefined,
      );
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [slug, isFree]);
  if (!isSlug(slug)) return "incomplete";
  if (answer?.slug !== slug) return "checking";
  return answer.free ? "free" : "taken";
}
