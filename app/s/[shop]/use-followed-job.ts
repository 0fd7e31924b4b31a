"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { Outcome } from "#lib/http/outcome";
import { shopChannel } from "#lib/realtime/channels";
import { useChannel } from "../../_realtime/use-channel";
import { useRun } from "../../_shared/use-run";
import { useShop } from "./_parts/live-shop";
import { fetchJson } from "./fetch-json";

const ASK_MS = 700;

/** Any job that a member began: `version` is raised whenever it begins or ends something. */
type Job = { id: string; version: number; read: boolean };
type Changed = { memberId: string };

type Following<V extends Job, C extends Changed> = {
  /** Where it is asked how a job stands, without the shop's own part of the address. */
  path: (id: string) => string;
  /** The live event that says that a job began or ended, and which. */
  event: string;
  idOf: (changed: C) => string;
  isUnderWay: (view: V) => boolean;
};

/** A job of this member's: begun here or found under way, and followed to its end, in this window and her others. */
export function useFollowedJob<V extends Job, C extends Changed>(loaded: V | null, following: Following<V, C>) {
  const { id: shopId, slug, memberId } = useShop();
  const { path, event, idOf, isUnderWay } = following;
  const [held, setHeld] = useState(loaded);
  const { busy, run } = useRun();

  /** An answer that was overtaken by what the member asked for meanwhile, or is of an earlier one, is not taken. */
  const take = (next: V) =>
    setHeld((now) => {
      if (now && (next.id < now.id || (next.id === now.id && next.version < now.version))) return now;
      return next.read ? null : next;
    });

  const ask = useEffectEvent(async (id: string) => {
    const outcome = await fetchJson<V>(`/api/v1/shops/${slug}/${path(id)}`);
    if (outcome.ok) take(outcome.value);
    else setHeld((now) => (now?.id !== id ? now : outcome.problem.code === "not_found" ? null : { ...now }));
  });
  const follow = (id: string) => ask(id).catch(reportError);
  useChannel<C>(
    shopChannel(shopId),
    { [event]: (changed) => void (changed.memberId === memberId && follow(idOf(changed))) },
    (reason) => void (reason !== "joined" && held && follow(held.id)),
  );
  useEffect(() => {
    if (!held || !isUnderWay(held)) return;
    const timer = setTimeout(() => void ask(held.id), ASK_MS);
    return () => clearTimeout(timer);
  }, [held, isUnderWay]);

  const act = (action: () => Promise<Outcome<V>>, then?: () => void) =>
    run(action, (next) => {
      take(next);
      then?.();
    }).catch(reportError);
  return { held, busy, act, forget: () => setHeld(null) };
}
