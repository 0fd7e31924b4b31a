"use client";

import { BatteryFull, Signal, Wifi, WifiOff } from "lucide-react";
import { useSandboxMessages } from "#app/_i18n/sandbox-language";
import { ChatList } from "./chat-list";
import { useThePhone } from "./messenger-context";
import { Thread } from "./thread";
import { useSandboxClock } from "./use-sandbox-clock";

/** The person's phone: the list of her chats, or one of them. */
export function Phone() {
  const { sandboxMessenger: texts } = useSandboxMessages();
  const { state, pageId, changing } = useThePhone();
  const { time } = useSandboxClock();
  const Radio = state.offline ? WifiOff : Wifi;
  const thread = state.thread?.page.id === pageId ? state.thread : null;
  return (
    <section
      aria-label={texts.phoneOf(state.person.name)}
      inert={changing}
      className="phone flex min-h-0 flex-col md:mx-auto md:h-199 md:max-h-full md:w-97 md:rounded-[44px] md:bg-(--phone-case) md:p-2.5 md:shadow-xl max-md:h-full"
    >
      <div className="relative flex min-h-0 grow flex-col overflow-hidden bg-surface md:rounded-[34px]">
        <div
          aria-hidden="true"
          className="flex h-10 shrink-0 items-center justify-between px-6.5 pt-1 font-semibold text-[0.875rem] max-md:hidden"
        >
          <span className="tabular-nums">{time}</span>
          <span className="flex items-center gap-1.5">
            <Signal size={16} />
            <Radio size={16} />
            <BatteryFull size={20} />
          </span>
        </div>
        {pageId && thread ? <Thread key={`${state.person.id} ${pageId}`} thread={thread} /> : <ChatList />}
      </div>
    </section>
  );
}
