"use client";

import { CircleAlert, CircleCheck } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useMessages } from "#app/_i18n/language";

const DONE_MS = 6_000;
const FAILED_MS = 10_000;
const MOST = 3;

type Options = {
  /** "failed" stays longer. */
  outcome?: "done" | "failed";
  /** Adds a button that takes it back. */
  undo?: { label: string; run: () => void };
  /** Adds a button that goes to what it tells of. */
  link?: { label: string; run: () => void };
  /** A later notice of the same key stands in its place. */
  key?: string;
};
type Notice = Options & { id: number; text: string };

const NONE: readonly Notice[] = [];
let notices = NONE;
let lastId = 0;
const listeners = new Set<() => void>();

function put(next: readonly Notice[]) {
  notices = next;
  for (const listener of listeners) listener();
}

function drop(id: number) {
  put(notices.filter((notice) => notice.id !== id));
}

function listen(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Says in a passing notice what has just been done; the words are the result of the verb that was pressed. */
export function notify(text: string, options: Options = {}): void {
  lastId += 1;
  const others = options.key ? notices.filter(({ key }) => key !== options.key) : notices;
  put([...others, { ...options, id: lastId, text }].slice(-MOST));
}

function follow({ id, undo, link }: Notice): void {
  drop(id);
  (undo ?? link)?.run();
}

function watchWindow(listener: () => void) {
  document.addEventListener("visibilitychange", listener);
  return () => document.removeEventListener("visibilitychange", listener);
}

/** Whether this window can be seen. */
function useIsSeen(): boolean {
  return useSyncExternalStore(
    watchWindow,
    () => document.visibilityState === "visible",
    () => true,
  );
}

/** Takes back what the latest notice with an undo says was done, as its button does; without one, nothing happens. */
export function undoLast(): void {
  const last = notices.findLast(({ undo }) => undo !== undefined);
  if (last) follow(last);
}

/** One notice. It waits while it is pointed at, holds the focus or cannot be seen, so that nobody has to hurry. */
function Toast({ notice }: { notice: Notice }) {
  const [held, setHeld] = useState(false);
  const isSeen = useIsSeen();
  const { id, text } = notice;
  const button = notice.undo ?? notice.link;
  const failed = notice.outcome === "failed";
  useEffect(() => {
    if (held || !isSeen) return;
    const timer = setTimeout(drop, failed ? FAILED_MS : DONE_MS, id);
    return () => clearTimeout(timer);
  }, [held, isSeen, failed, id]);
  const Icon = failed ? CircleAlert : CircleCheck;
  return (
    <li
      {...(failed ? { role: "alert" } : {})}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex w-full animate-rise items-center gap-2.5 rounded-[10px] bg-tooltip px-3 py-2.5 text-label text-on-tooltip shadow-lg md:w-100 forced-colors:border"
    >
      <Icon aria-hidden="true" size={18} className="shrink-0" />
      <span className="min-w-0 grow [overflow-wrap:anywhere]">{text}</span>
      {button ? (
        <button
          type="button"
          onClick={() => follow(notice)}
          className="ml-auto shrink-0 rounded-xs px-1 font-semibold underline underline-offset-3 focus-visible:outline-current max-md:min-h-11"
        >
          {button.label}
        </button>
      ) : null}
    </li>
  );
}

/** Once per page: where notices appear, and how screen readers find them. */
export function Toaster() {
  const { common } = useMessages();
  const shown = useSyncExternalStore(
    listen,
    () => notices,
    () => NONE,
  );
  return (
    <section
      aria-label={common.notifications}
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 bottom-4 z-50 px-4 max-md:top-2 max-md:bottom-auto"
    >
      <ol className="grid justify-items-center gap-2">
        {shown.map((notice) => (
          <Toast key={notice.id} notice={notice} />
        ))}
      </ol>
    </section>
  );
}
