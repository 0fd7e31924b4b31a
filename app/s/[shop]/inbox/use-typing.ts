"use client";

import { useEffect, useEffectEvent, useState } from "react";

/** How long one sign of typing is believed; whoever goes on typing gives another every 3 s. */
const BELIEVED_MS = 5_000;

export type TypingSign = { author: "contact" | "member"; memberId?: string; name: string };
type Typist = TypingSign & { until: number };

const keyOf = (sign: TypingSign) => sign.memberId ?? sign.author;

/** Who is typing in the open conversation, oneself left out. */
export function useTyping(ownMemberId: string) {
  const [typists, setTypists] = useState<readonly Typist[]>([]);
  const expire = useEffectEvent(() => setTypists((held) => held.filter((typist) => typist.until > Date.now())));
  useEffect(() => {
    const next = Math.min(...typists.map((typist) => typist.until));
    if (!Number.isFinite(next)) return;
    const timer = setTimeout(() => expire(), next - Date.now() + 1);
    return () => clearTimeout(timer);
  }, [typists]);

  return {
    contactTypes: typists.some((typist) => typist.author === "contact"),
    membersTyping: typists.filter((typist) => typist.author === "member"),
    hear(sign: TypingSign) {
      if (sign.memberId === ownMemberId) return;
      const others = (held: readonly Typist[]) => held.filter((typist) => keyOf(typist) !== keyOf(sign));
      setTypists((held) => [...others(held), { ...sign, until: Date.now() + BELIEVED_MS }]);
    },
    /** Their message is here, so they type no more. */
    wrote(author: string, memberId: string | null) {
      const key = author === "contact" ? author : memberId;
      setTypists((held) =>
        held.some((typist) => keyOf(typist) === key) ? held.filter((t) => keyOf(t) !== key) : held,
      );
    },
  };
}
