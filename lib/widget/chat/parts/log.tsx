/** @jsxImportSource ../dom */
import type { Child } from "../dom/jsx-runtime";
import { formatDay, formatList } from "../format";
import { isShown } from "../is-shown";
import type { SessionView, VisitorMessageView } from "../views";
import type { AppProps } from "./app";
import { Avatar } from "./avatar";
import { DraftRow } from "./draft-row";
import { Bubble, MessageRow, Sent } from "./message-row";
import { TypingRow } from "./typing-row";

/** Rows as they were last made: one whose message and surroundings are the same is neither made nor compared again. */
const made = new WeakMap<VisitorMessageView, { of: readonly unknown[]; row: Child }>();

function once(message: VisitorMessageView, of: readonly unknown[], make: () => Child): Child {
  const held = made.get(message);
  if (held?.of.every((one, i) => one === of[i])) return held.row;
  const row = make();
  made.set(message, { of, row });
  return row;
}

/** What stands above everything: who is there, and what the shop says first. */
function Opening({
  session,
  alone,
  words,
  boot,
  name,
}: AppProps & { session: SessionView; alone: boolean; name: string }) {
  const { team, greeting } = session;
  return (
    <>
      {team.length > 0 && (
        <div class="event team">
          <span>
            {team.map((member) => (
              <Avatar key={member} name={member} />
            ))}
          </span>
          {words.present(formatList(team, boot.locale), team.length)}
        </div>
      )}
      {greeting ? (
        <div class="msg">
          <Avatar name={name} />
          <Bubble body={greeting} />
        </div>
      ) : (
        alone && <p class="event welcome">{words.welcome(name)}</p>
      )}
    </>
  );
}

/** The conversation, read out politely as it grows. */
export function Log(props: AppProps & { name: string }) {
  const { state, actions, words, boot, name, scroll } = props;
  const { timeline, session, typing, earlier, parts } = state;
  const { messages, drafts } = timeline;
  const shown = messages.filter(isShown);
  const today = new Date().toDateString();
  const last = shown.at(-1);
  const lastOwn = messages.findLast(({ author }) => author === "contact");
  return (
    <div
      class="log"
      role="log"
      aria-live="polite"
      aria-busy={`${earlier === "loading"}`}
      aria-label={words.conversationWith(name)}
      tabindex={0}
      ref={scroll.attach}
      onScroll={scroll.moved}
    >
      {earlier !== "none" && (
        <button
          type="button"
          class="link"
          aria-disabled={`${earlier === "loading"}`}
          onClick={() => void actions.loadEarlier()}
        >
          {words.earlier}
        </button>
      )}
      {session && earlier === "none" && (
        <Opening {...props} session={session} alone={shown.length + drafts.length === 0} />
      )}
      {shown.map((message, i) => {
        const before = shown[i - 1];
        const quoted = message.replyTo && messages.find(({ id }) => id === message.replyTo);
        if (message === lastOwn) return drawn();
        return once(message, [before, quoted, today, session, state.messenger.receipt, parts], drawn);

        function drawn() {
          const day = formatDay(message.createdAt, boot.locale);
          const newDay = !before || formatDay(before.createdAt, boot.locale) !== day;
          return (
            <div class="row" id={message.id} key={message.id}>
              {newDay && day && <p class="event">{day}</p>}
              {message.kind === "event" ? (
                parts.cards?.EventRow({ ...props, message })
              ) : (
                <MessageRow {...props} {...{ message, before, quoted }} />
              )}
              {message === lastOwn && <Sent {...props} message={message} />}
            </div>
          );
        }
      })}
      {session?.conversation?.closed && drafts.length === 0 && <p class="event">{words.closed}</p>}
      {drafts.map((draft) => (
        <DraftRow key={draft.clientKey} {...{ draft, actions, words }} />
      ))}
      {session && parts.cards?.Asks({ ...props, session })}
      {session?.away && parts.away?.AwayCard({ ...props, away: session.away, session })}
      {drafts.length === 0 && last && last.author !== "contact" && last.quickReplies.length > 0 && (
        <div class="replies">
          {last.quickReplies.map((title) => (
            <button type="button" class="btn" key={title} onClick={() => actions.say(title, { tapped: last.id })}>
              {title}
            </button>
          ))}
        </div>
      )}
      {state.declined && <p class="event">{words.refused}</p>}
      {typing !== null && <TypingRow name={typing} words={words} />}
      {state.behind && (
        <button type="button" class="btn latest" onClick={scroll.toEnd}>
          {words.latest}
        </button>
      )}
    </div>
  );
}
