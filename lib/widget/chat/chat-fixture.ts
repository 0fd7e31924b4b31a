import type { Outcome, Problem } from "./api";
import type { SessionView, VisitorMessageView } from "./views";

/** No connection. */
export const down: Problem = { ok: false, status: 0, message: null, retry: true, after: 0 };

/** A message of a conversation, as the API gives it. */
export const message = (seq: number, more: Partial<VisitorMessageView> = {}): VisitorMessageView => ({
  ...{ id: `m${seq}`, seq, version: 1, kind: "text", author: "contact", authorName: null, body: `${seq}`, event: null },
  ...{ receipt: null, attachments: [], quickReplies: [], sticker: null, clientKey: null },
  createdAt: "2026-03-03T10:00:00.000Z",
  ...more,
});

/** What the API says of a visit: nobody's, unless `more` says otherwise. */
export const session = (more: Partial<SessionView> = {}): SessionView => ({
  shop: { name: "Maison Pivoine", slug: "shop", locale: "en" },
  ...{ visitorId: null, byMail: false, proven: null, person: null, conversation: null, messages: [], rating: null },
  permissions: {
    service: { state: "not_given", at: null },
    order_updates: { state: "not_given", at: null },
    offers: { state: "not_given", at: null },
  },
  ...{ mayAsk: false, permissionsUrl: null, messenger: false, greeting: "", replyMinutes: null, away: null, team: [] },
  ...{ asks: [], email: null, takesEmail: false, texts: { version: "1", service: "", order_updates: "", offers: "" } },
  realtime: { key: "", host: "", port: 0, tls: false },
  ...more,
});

/** The visit of somebody whose conversation `id` holds these messages. */
export const visit = (id: string, messages: VisitorMessageView[] = [], more: Partial<SessionView> = {}): SessionView =>
  session({
    visitorId: "v",
    conversation: {
      ...{ id, lastSeq: messages.at(-1)?.seq ?? 0, contactDeliveredSeq: 0, contactReadSeq: 0, memberReadSeq: 0 },
      closed: false,
      reported: [],
    },
    messages,
    ...more,
  });

/** An answer that comes when the test says so. */
export function later<T>(): { promise: Promise<Outcome<T>>; come: (value: T) => void } {
  let come = (_: T) => {};
  const promise = new Promise<Outcome<T>>((resolve) => {
    come = (value) => resolve({ ok: true, value });
  });
  return { promise, come };
}
