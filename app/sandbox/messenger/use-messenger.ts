"use client";

import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import type { Control, Deed } from "./act";
import type { MessengerState } from "./view";

const EVERY_MS = 1_000;

/** A deed as the parts name it: who does it is known. */
type Unsigned = Deed extends infer One ? (One extends Deed ? Omit<One, "personId"> : never) : never;

export type Messenger = {
  state: MessengerState;
  /** The open thread's Page, or null on the list of chats. */
  pageId: string | null;
  go: (pageId: string | null) => void;
  /** Does something; answers whether it was taken. What was refused shows as `problem`. */
  act: (deed: Unsigned) => Promise<boolean>;
  /** Turns something on the sandbox itself. */
  control: (control: Control) => Promise<boolean>;
  /** Asks the app to delete what it has of somebody; answers where to see what became of it. */
  askDeletion: (personId: string) => Promise<string | null>;
  /** Keeps a file so that it can be said; answers its id. */
  keep: (file: Blob, name: string) => Promise<string | null>;
  be: (personId: string) => Promise<void>;
  /** Whether the phone still shows whom one was before: what is done on it would be done as somebody else. */
  changing: boolean;
  problem: Problem | null;
  dismiss: () => void;
};

const REASONS = [
  "offline",
  "blocked",
  "absent",
  "too_late",
  "empty",
  "not_yours",
  "not_held",
  "too_large",
  "not_a_file",
] as const;

/** Why something was not taken: what Messenger itself does not let one do, or "lost" when nothing sensible came back. */
export type Problem = (typeof REASONS)[number] | "lost";

async function problemOf(answer: Response | null): Promise<Problem | null> {
  if (answer?.ok) return null;
  const body = (await answer?.json().catch(() => null)) as { reason?: string } | null | undefined;
  return REASONS.find((reason) => reason === body?.reason) ?? "lost";
}

const query = (personId: string, pageId: string | null) =>
  `as=${encodeURIComponent(personId)}${pageId ? `&page=${encodeURIComponent(pageId)}` : ""}`;

/** The page's state: asked for every second while it is seen, and at once after each act. */
export function useMessenger(initial: MessengerState): Messenger {
  const [state, setState] = useState(initial);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [place, setPlace] = useState({ personId: initial.person.id, pageId: initial.thread?.page.id ?? null });
  const shown = useRef("");
  const turn = useRef(0);

  const refresh = useCallback(async (at: { personId: string; pageId: string | null }) => {
    turn.current += 1;
    const mine = turn.current;
    const answer = await fetch(`/sandbox/messenger/state?${query(at.personId, at.pageId)}`).catch(() => null);
    const text = answer?.ok ? await answer.text().catch(() => null) : null;
    if (text === null || mine !== turn.current || text === shown.current) return;
    shown.current = text;
    setState(JSON.parse(text) as MessengerState);
  }, []);

  const look = useEffectEvent(() => (document.visibilityState === "visible" ? refresh(place) : Promise.resolve()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const beat = async () => {
      await look();
      if (!over) timer = setTimeout(beat, EVERY_MS);
    };
    const wake = () => {
      if (document.visibilityState === "visible") void look();
    };
    timer = setTimeout(beat, EVERY_MS);
    document.addEventListener("visibilitychange", wake);
    return () => {
      over = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", wake);
    };
  }, []);

  async function post(path: string, init: RequestInit): Promise<Response | null> {
    const answer = await fetch(path, { method: "POST", ...init }).catch(() => null);
    setProblem(await problemOf(answer));
    return answer;
  }
  function deliver(body: Deed | Control): Promise<Response | null> {
    const headers = { "content-type": "application/json" };
    return post("/sandbox/messenger/acts", { headers, body: JSON.stringify(body) });
  }
  async function send(body: Deed | Control): Promise<boolean> {
    return (await deliver(body))?.ok ?? false;
  }
  async function sendAndLook(body: Deed | Control) {
    const done = await send(body);
    await refresh(place);
    return done;
  }
  async function move(next: { personId: string; pageId: string | null }) {
    setPlace(next);
    window.history.replaceState(null, "", `/sandbox/messenger?${query(next.personId, next.pageId)}`);
    await refresh(next);
  }

  return {
    state,
    pageId: place.pageId,
    go: (pageId) => void move({ ...place, pageId }),
    act: (deed) => sendAndLook({ personId: place.personId, ...deed } as Deed),
    control: sendAndLook,
    async askDeletion(personId) {
      const answer = await deliver({ act: "account", personId, change: "deletion" });
      const { url } = answer?.status === 200 ? ((await answer.json()) as { url: string }) : { url: null };
      return url;
    },
    async keep(file, name) {
      const headers = { "content-type": file.type || "application/octet-stream" };
      const answer = await post(`/sandbox/messenger/files?name=${encodeURIComponent(name)}`, { headers, body: file });
      const { id } = answer?.ok ? ((await answer.json()) as { id: string }) : { id: null };
      return id;
    },
    changing: state.person.id !== place.personId,
    async be(personId) {
      await Promise.all([move({ personId, pageId: null }), send({ act: "be", personId })]);
    },
    problem,
    dismiss: () => setProblem(null),
  };
}
