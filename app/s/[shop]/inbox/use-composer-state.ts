"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { Writing } from "#lib/connect/load-writing";
import type { ComposerState, composerState } from "#lib/conversations/composer-state";
import { timeLeft } from "#lib/conversations/time-left";
import type { ConversationRow } from "#lib/conversations/view-conversation";
import { shopChannel } from "#lib/realtime/channels";
import { useFormat } from "../../../_i18n/language";
import { useChannel } from "../../../_realtime/use-channel";
import { useShop } from "../_parts/live-shop";
import { fetchJson } from "../fetch-json";
import { firstNameOf } from "../use-name";

const LOW_MS = 15 * 60_000;

type Rule = typeof composerState;
type Known = { facts: Writing; rule: Rule };

/** What the row alone says, until the rest is known. */
function fromRow(row: ConversationRow, at: Date): ComposerState | null {
  const left = timeLeft(row, at);
  if (!left) return null;
  const { windowExpiresAt } = row;
  const rest = { windowExpiresAt, refusal: null, alternatives: [], humanUntil: null };
  if (left.state === "open") return { ...rest, state: left.leftMs < LOW_MS ? "low" : "open" };
  if (left.state === "human") return { ...rest, state: "human_only", humanUntil: left.until };
  const params = { name: firstNameOf(row.contact.name), date: row.lastContactAt ?? "" };
  return row.lastContactAt ? { ...rest, state: "closed", refusal: { key: "human_window_closed", params } } : null;
}

/**
 * What may be written in a conversation now, and where the link to Messenger leads; null until that is known. The rule
 * runs here as time passes; what it needs is asked for when the thread is looked at, and again when something of it changes.
 */
export function useComposerState(row: ConversationRow, settled: boolean) {
  const { slug, id: shopId } = useShop();
  const at = useFormat().now();
  const [known, setKnown] = useState<Known | null>(null);
  const load = useEffectEvent(async () => {
    const path = `/api/v1/shops/${slug}/conversations/${row.id}/composer`;
    const [answer, code] = await Promise.all([fetchJson<Writing>(path), import("#lib/conversations/composer-state")]);
    if (answer.ok) setKnown({ facts: answer.value, rule: code.composerState });
  });
  const failed = row.lastMessage?.delivery === "failed" ? row.lastSeq : 0;
  const first = known?.facts.reach?.psid === false ? row.version : 0;
  const due = settled ? `${row.lastContactAt} ${row.channelState} ${failed} ${first}` : null;
  useEffect(() => {
    if (due !== null) load().catch(reportError);
  }, [due]);
  const again = () => load().catch(reportError);
  useChannel<{ contactId: string | null }>(
    settled ? shopChannel(shopId) : null,
    { "contact.changed": ({ contactId }) => contactId === row.contact.id && again() },
    (reason) => reason !== "joined" && again(),
  );

  const here = known?.facts.conversationId === row.id ? known : null;
  return { state: here ? here.rule(row, here.facts, at) : fromRow(row, at), link: here?.facts.link ?? null };
}
