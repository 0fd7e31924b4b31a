/** @jsxImportSource ../dom */
import { formatDay, formatList } from "../format";
import { purposes } from "../views";
import type { AppProps } from "./app";
import { DraftRow } from "./draft-row";
import { Icon, paths } from "./icon";
import { MessageRow, Sent } from "./message-row";
import { nameOf, OptInCard } from "./opt-in-card";
import { TypingRow } from "./typing-row";

/** The conversation, read out politely as it grows. */
export function Log(props: AppProps & { name: string }) {
  const { state, actions, words, boot, name, scroll } = props;
  const { timeline, session, typing, earlier } = state;
  const { messages, drafts } = timeline;
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
        <button type="button" class="link" disabled={earlier === "loading"} onClick={() => void actions.loadEarlier()}>
          {words.earlier}
        </button>
      )}
      {messages.length + drafts.length === 0 && session && <p class="event welcome">{words.welcome(name)}</p>}
      {messages.map((message, i) => {
        const before = messages[i - 1];
        const day = formatDay(message.createdAt, boot.locale);
        const newDay = !before || formatDay(before.createdAt, boot.locale) !== day;
        return (
          <div class="row" key={message.id}>
            {newDay && day && <p class="event">{day}</p>}
            <MessageRow {...{ message, before, words, name }} locale={boot.locale} />
            {message === lastOwn && drafts.length === 0 && <Sent {...props} message={message} />}
          </div>
        );
      })}
      {session?.conversation?.closed && drafts.length === 0 && <p class="event">{words.closed}</p>}
      {drafts.map((draft) => (
        <DraftRow key={draft.clientKey} {...{ draft, actions, words }} />
      ))}
      {session?.mayAsk && <OptInCard {...props} session={session} />}
      <Answered {...props} />
      {typing !== null && <TypingRow name={typing} words={words} />}
      {state.behind && (
        <button type="button" class="btn latest" onClick={scroll.toEnd}>
          {words.latest}
        </button>
      )}
    </div>
  );
}

/** What came of the question about permissions and of the login, in this page's life. */
function Answered({ state, words, boot }: AppProps) {
  const { answered, session, connect } = state;
  if (!session) return null;
  const names = purposes
    .filter((purpose) => answered?.includes(purpose))
    .map((purpose) => nameOf(session.texts[purpose]).name);
  return (
    <>
      {answered && (
        <p class="event done">
          <Icon d={paths.shield} size={14} />
          {names.length === 0 ? words.refused : words.allowed(formatList(names, boot.locale))}
        </p>
      )}
      {connect.done && session.person && (
        <p class="event done">
          <Icon d={paths.check} size={14} />
          {words.loggedIn} <bdi>{session.person.name}</bdi>
        </p>
      )}
    </>
  );
}
