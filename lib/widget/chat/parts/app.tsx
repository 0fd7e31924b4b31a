/** @jsxImportSource ../dom */
import type { Actions } from "../actions";
import type { Boot } from "../boot";
import { formatDay, formatMinutes, formatTime, initials } from "../format";
import type { Scroll } from "../scroll";
import type { ChatState } from "../state";
import type { TextBox } from "../text-box";
import type { Catalogue } from "../words/en";
import { Composer } from "./composer";
import { Icon, Mark } from "./icon";
import { Log } from "./log";
import * as paths from "./paths";

export type AppProps = {
  state: ChatState;
  actions: Actions;
  words: Catalogue;
  boot: Boot;
  /** Whether a storefront is around it: otherwise there is nothing to close. */
  framed: boolean;
  scroll: Scroll;
  textBox: TextBox;
};

/** The whole chat. The box to write in is there from the first moment, whatever else is still loading or lost. */
export function App(props: AppProps) {
  const { state, actions, words, boot, framed } = props;
  const name = state.session?.shop.name ?? boot.name;
  return (
    <>
      <header class="head">
        <span class="logo" aria-hidden="true">
          {initials(name)}
        </span>
        <div>
          <h1>
            <bdi>{name}</bdi>
          </h1>
          <Availability {...props} />
        </div>
        <button
          type="button"
          class="icon-btn"
          aria-label={words.menu}
          aria-expanded={`${state.panel?.name === "menu"}`}
          onClick={() => void actions.open("menu")}
        >
          <Icon d={paths.more} size={20} />
        </button>
        {framed && (
          <button type="button" class="icon-btn" aria-label={words.close} onClick={actions.close}>
            <Icon d={paths.down} size={20} />
          </button>
        )}
      </header>
      <div role="status">{connection(state, words)}</div>
      {state.closedDoor === null ? (
        <>
          <Log {...props} name={name} />
          {state.parts.cards?.LoginRow(props)}
          {state.panel && (
            <div
              class={`panel ${state.panel.name}`}
              key={state.panel.name}
              ref={(panel) => panel.querySelector("button")?.focus()}
            >
              {state.panel.part.default(props)}
            </div>
          )}
          <Composer {...props} />
        </>
      ) : (
        <p class="door" role="alert">
          {state.closedDoor}
        </p>
      )}
      <footer class="by">
        <Mark />
        {words.by}
        {(state.session?.person || state.session?.permissionsUrl) && (
          <>
            {" · "}
            <a href={state.session.permissionsUrl ?? "/me/permissions"} target="_blank" rel="noopener">
              {words.myPermissions}
              <span class="hidden"> {words.newWindow}</span>
            </a>
          </>
        )}
      </footer>
    </>
  );
}

/** How soon she is answered, or when the shop is back; nothing where that is not known. */
function Availability({ state, words, boot }: AppProps) {
  const { away, replyMinutes } = state.session ?? {};
  const opens = away?.opensAt ?? "";
  const when = opens && [formatDay(opens, boot.locale), formatTime(opens, boot.locale)].filter(Boolean).join(" ");
  const line = away ? words.opens(when) : replyMinutes && words.replyIn(formatMinutes(replyMinutes, boot.locale));
  if (!line) return null;
  return (
    <p>
      <Icon d={paths.clock} size={13} /> {line}
    </p>
  );
}

function connection({ live, cut, timeline }: ChatState, words: Catalogue) {
  if (live !== "lost" && !cut) return null;
  const waiting = timeline.drafts.filter((draft) => draft.state !== "refused").length;
  return (
    <p class="cut">
      {words.reconnecting} {waiting > 0 && words.waitingToSend(waiting)}
    </p>
  );
}
