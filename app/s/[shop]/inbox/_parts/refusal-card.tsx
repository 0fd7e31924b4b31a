"use client";

import { BellOff, CircleX, Moon, ShieldOff, Timer } from "lucide-react";
import type { ReactNode } from "react";
import type { ProblemParams } from "#lib/core/errors";
import { problemSentence } from "#lib/i18n/problem";
import { Banner } from "#ui/banner";
import { useFormat, useMessages } from "../../../../_i18n/language";

export type RefusalWords = { key: string; params: ProblemParams };

/** How a rule looks: a window and hours are nobody's refusal, so they warn or inform. */
const LOOKS = {
  window_closed: { tone: "warning", icon: Timer },
  human_window_closed: { tone: "warning", icon: Timer },
  human_agent_missing: { tone: "warning", icon: Timer },
  first_message_used: { tone: "warning", icon: Timer },
  first_message_late: { tone: "warning", icon: Timer },
  quiet_hours: { tone: "info", icon: Moon },
  order_updates_refused: { tone: "danger", icon: BellOff },
  service_refused: { tone: "danger", icon: ShieldOff },
  stop_word: { tone: "danger", icon: ShieldOff },
  not_while_erasing: { tone: "danger", icon: ShieldOff },
  contact_blocked: { tone: "danger", icon: ShieldOff },
} as const;

function isKnown(key: string): key is keyof typeof LOOKS {
  return Object.hasOwn(LOOKS, key);
}

type Props = { refusal: RefusalWords; role: "alert" | "status"; kept: boolean; children: ReactNode };

/** Which rule says no, who made it so, and what is left to do. */
export function RefusalCard({ refusal, role, kept, children }: Props) {
  const messages = useMessages();
  const format = useFormat();
  const { tone, icon: Icon } = isKnown(refusal.key) ? LOOKS[refusal.key] : { tone: "danger" as const, icon: CircleX };
  return (
    <Banner tone={tone} role={role} icon={<Icon aria-hidden="true" size={16} />} className="mb-2">
      <p>
        {problemSentence(messages, format, refusal.key, refusal.params)}{" "}
        {kept ? <span className="text-ink-2">{messages.inbox.draftKept}</span> : null}
      </p>
      <div className="mt-1.5 flex flex-wrap gap-1.5 empty:hidden">{children}</div>
    </Banner>
  );
}
