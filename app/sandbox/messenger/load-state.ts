import { z } from "zod";
import { MINUTE } from "#lib/core/clock";
import { readControls } from "#lib/sandbox/messenger/controls";
import { drawBody, drawButtons } from "#lib/sandbox/messenger/draw-message";
import { FAILURES } from "#lib/sandbox/messenger/failures";
import {
  type DrawnMessage,
  type DrawnThread,
  listThreads,
  loadThread,
  type ThreadRow,
} from "#lib/sandbox/messenger/load-thread";
import { findPage, listPages } from "#lib/sandbox/messenger/pages";
import type { KeptMessage } from "#lib/sandbox/messenger/threads";
import { countWire, listWire } from "#lib/sandbox/messenger/wire";
import { findPerson, listPeople } from "#lib/sandbox/people/list-people";
import type { SandboxPerson } from "#lib/sandbox/people/person";
import type { ChatView, MessengerState, SaidView, ThreadView } from "./view";

const Greeting = z.array(z.object({ locale: z.string(), text: z.string() })).catch([]);
const Questions = z.array(z.object({ question: z.string(), payload: z.string() }));
/** Questions for everybody, or those of each language. */
const IceBreakers = z
  .union([
    Questions.transform((all) => [{ locale: "default", call_to_actions: all }]),
    z.array(z.object({ locale: z.string(), call_to_actions: Questions })),
  ])
  .catch([]);
const GetStarted = z.object({ payload: z.string() }).nullish().catch(null);
const PersistentMenu = z.array(z.object({ locale: z.string(), call_to_actions: z.unknown() })).catch([]);

const wordsOf = (kept: KeptMessage) => drawBody(kept.body).text ?? "";

/** The text of the person's language, else of "default". Languages look like "fr_FR" here. */
function inLanguage<T extends { locale: string }>(texts: T[], language: string): T | undefined {
  return texts.find(({ locale }) => locale.startsWith(language)) ?? texts.find(({ locale }) => locale === "default");
}

type Beholder = { person: SandboxPerson; language: string; now: Date; offline: boolean };

/** Most edits a message may have, and how long after it. Source: the platform's message_edits. */
const EDITS_MOST = 5;
const EDITABLE_MS = 15 * MINUTE;

function saidOf(message: DrawnMessage, pageReadAt: Date | null, { person, now }: Beholder): SaidView {
  const mine = message.sender === "person";
  const { repliedTo } = message;
  const age = now.getTime() - message.at.getTime();
  const seen = pageReadAt !== null && pageReadAt >= message.at;
  return {
    mid: message.mid,
    mine,
    at: message.at.toISOString(),
    ...drawBody(message.body, person.email),
    replyTo: repliedTo && { mid: repliedTo.mid, text: repliedTo.unsentAt ? null : wordsOf(repliedTo) },
    edits: message.edits,
    editable: mine && message.edits < EDITS_MOST && age <= EDITABLE_MS,
    unsent: message.unsentAt !== null,
    reaction: { own: message.personReaction, page: message.pageReaction },
    persona: message.persona,
    progress: mine ? (message.waiting ? "waiting" : seen ? "seen" : "delivered") : null,
  };
}

/** Whether a message is on her phone: while she is offline, what the Page sends waits elsewhere. */
function hasCome(message: KeptMessage, deliveredAt: Date | null, offline: boolean): boolean {
  return !offline || message.sender === "person" || (deliveredAt !== null && message.at <= deliveredAt);
}

function threadOf(thread: DrawnThread, beholder: Beholder): ThreadView {
  const { person, language, offline } = beholder;
  const { page, blocked, typing, profile } = thread;
  const messages = thread.messages.filter((message) => hasCome(message, thread.deliveredAt, offline));
  const name = (greeting: string) =>
    greeting
      .replaceAll("{{user_full_name}}", person.name)
      .replaceAll("{{user_first_name}}", person.name.split(" ")[0] ?? "")
      .replaceAll("{{user_last_name}}", person.name.split(" ").at(-1) ?? "");
  const greeting = inLanguage(Greeting.parse(profile.greeting), language);
  const welcome = {
    greeting: greeting ? name(greeting.text) : null,
    getStarted: GetStarted.parse(profile.get_started)?.payload ?? null,
    iceBreakers: inLanguage(IceBreakers.parse(profile.ice_breakers), language)?.call_to_actions ?? [],
  };
  return {
    page,
    blocked,
    typing: typing && !offline,
    messages: messages.map((message) => saidOf(message, thread.pageReadAt, beholder)),
    welcome: messages.length === 0 ? welcome : null,
    menu: drawButtons(inLanguage(PersistentMenu.parse(profile.persistent_menu), language)?.call_to_actions),
  };
}

function chatOf({ page, last, at, unread, deliveredAt }: ThreadRow, offline: boolean): ChatView {
  const shown = last && hasCome(last, deliveredAt, offline) ? last : null;
  return {
    page,
    preview: shown ? { text: wordsOf(shown), mine: shown.sender === "person" } : null,
    at: at.toISOString(),
    unread: unread && shown !== null,
  };
}

/** Who one is: the person with this id, else the first shopper there is. Null while there is nobody. */
export async function chosenPerson(id: string | undefined): Promise<SandboxPerson | null> {
  const known = id ? await findPerson(id) : undefined;
  if (known) return known;
  const people = await listPeople();
  return people.find(({ note }) => note === "shopper") ?? people[0] ?? null;
}

/** All that the page shows to a person with a Page's thread open, or none. */
export async function loadState(
  person: SandboxPerson,
  pageId: string | undefined,
  language: string,
): Promise<MessengerState> {
  const page = pageId ? await findPage(pageId) : undefined;
  const [controls, threads, pages, thread, rows, count] = await Promise.all([
    readControls(),
    listThreads(person.id),
    listPages(),
    page ? loadThread({ personId: person.id, pageId: page.id }) : null,
    listWire(),
    countWire(),
  ]);
  const { clockOffset, delivery, failures, now } = controls;
  const offline = controls.offline.includes(person.id);
  const known = new Set(threads.map((row) => row.page.id));
  return {
    person,
    clock: { at: new Date(Math.floor(now.getTime() / MINUTE) * MINUTE).toISOString(), offset: clockOffset },
    offline,
    threads: threads.map((row) => chatOf(row, offline)),
    pages: pages.filter(({ id }) => !known.has(id)),
    thread: thread ? threadOf(thread, { person, language, now, offline }) : null,
    wire: { rows: rows.map((row) => ({ ...row, at: row.at.toISOString() })), count },
    failures: FAILURES.map((kind) => ({ kind, left: failures[kind] ?? 0 })),
    delivery,
  };
}
