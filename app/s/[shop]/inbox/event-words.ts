import { cameBy } from "#lib/conversations/came-from";
import type { MessageView } from "#lib/conversations/view-message";
import type { Format } from "#lib/i18n/format";
import type { PageMessages } from "#lib/i18n/messages";
import { firstNameOf } from "../use-name";
import { wakeWords } from "./until-words";

/** A sentence with the places of the names in it, and the names. */
export type EventWords = { text: string; who: string; to: string; what: string };

const said = (text: string, who: string, to = "", what = ""): EventWords => ({
  text,
  who: firstNameOf(who),
  to: firstNameOf(to),
  what,
});

/** A score of five in words, as in "Good, 4 of 5"; anything else a platform told, as it is. */
function scoreWords({ scores, of }: PageMessages["inbox"]["rating"], score: string | null): string | null {
  const name = scores[Number(score) - 1];
  return name ? `${name}, ${of(Number(score))}` : score;
}

/** What happened in a thread, in words; `failed` where it has words that did not reach her. Names come apart from the sentence, so that nobody's name is read as a tag. */
export function wordsOfEvent(
  messages: PageMessages,
  format: Format,
  event: MessageView["event"],
  contactName: string,
  failed = false,
): EventWords {
  const { inbox, permissions, triage } = messages;
  const texts = inbox.events;
  if (!event) return said("", "");
  switch (event.type) {
    case "assigned":
      if (event.toMemberId === null) return said(texts.released, event.byName);
      if (event.toMemberId === event.byMemberId) return said(texts.taken, event.byName);
      return said(texts.assigned, event.byName, event.toName ?? "");
    case "team_assigned":
      return said(texts.team_assigned, event.byName, "", event.teamName);
    case "given_in_turn":
      return said(texts.given_in_turn, "", event.toName, event.teamName);
    case "left_by_away":
      return event.teamName === null
        ? said(texts.left_by_away, event.name)
        : said(texts.left_to_team, event.name, "", event.teamName);
    case "snoozed":
      return said(texts.snoozed, event.byName, "", wakeWords(format, event.until));
    case "woken":
      return event.byName ? said(texts.woken, event.byName) : said(texts.wokenAlone, "");
    case "spam":
    case "not_spam":
    case "blocked":
      return said(texts[event.type], event.byName ?? "");
    case "prioritised":
      return said(texts.prioritised, event.byName, "", triage.priorities[event.priority]);
    case "closed":
      return event.byName ? said(texts.closed, event.byName) : said(texts.closedAlone, "");
    case "reopened":
      return event.byName ? said(texts.reopened, event.byName) : said(texts.reopenedAlone, "");
    case "permission_given":
    case "permission_withdrawn":
    case "permission_refused":
      return said(
        texts[event.type],
        contactName,
        "",
        event.purposes.map((purpose) => permissions.names[purpose]).join(", "),
      );
    case "stop_confirmed":
      return said(failed ? texts.stop_unconfirmed : texts.stop_confirmed, contactName);
    case "permissions_asked":
      return said(texts.permissions_asked, contactName);
    case "permissions_shown":
      return said(failed ? texts.permissions_unshown : texts.permissions_shown, contactName);
    case "paused":
    case "resumed":
    case "shop_blocked":
    case "shop_unblocked":
      return said(texts[event.type], contactName);
    case "signed_in":
      return said(texts.signed_in, event.name || contactName);
    case "order_placed":
      return said(texts.order_placed, contactName, "", event.number);
    case "joined":
      return said(texts.joined[event.way], event.name || contactName);
    case "came_from": {
      const text = messages.inboxMessenger.cameFrom[cameBy(event)];
      return event.adTitle ? said(`${text} · <what/>`, "", "", event.adTitle) : said(text, "");
    }
    case "opted_in":
      return said(texts.opted_in, contactName);
    case "account_linked":
    case "account_unlinked":
      return said(texts[event.type], contactName);
    case "thread_taken":
      return said(texts.thread_taken, "");
    case "thread_given":
      return said(texts.thread_given, "");
    case "scheduled":
      return event.byName ? said(texts.scheduled, event.byName) : said(texts.scheduledAlone, "");
    case "schedule_cancelled":
      return event.byName ? said(texts.schedule_cancelled, event.byName) : said(texts.scheduleCancelledAlone, "");
    case "feedback":
      return said(
        texts.feedback,
        contactName,
        "",
        [scoreWords(inbox.rating, event.score), event.text].filter(Boolean).join(" · "),
      );
  }
}
