"use client";

import { useSandboxMessages } from "#app/_i18n/sandbox-language";
import { classNames } from "../../../_ui/class-names";
import type { ChatView, PageView } from "../view";
import { useThePhone } from "./messenger-context";
import { PageFace } from "./page-face";
import { useSandboxClock } from "./use-sandbox-clock";

const ROW = "flex w-full items-center gap-3 rounded-lg px-3 py-2 text-left hover:bg-hover";

function Chat({ row }: { row: ChatView }) {
  const { sandboxMessenger: texts } = useSandboxMessages();
  const { go } = useThePhone();
  const { format } = useSandboxClock();
  const said = row.preview?.text || texts.somethingSent;
  return (
    <button type="button" onClick={() => go(row.page.id)} className={ROW}>
      <PageFace page={row.page} size={48} />
      <span className="min-w-0 grow">
        <span className={classNames("block truncate text-[0.9375rem]", row.unread && "font-semibold")}>
          {row.page.name}
        </span>
        {row.preview ? (
          <span className={classNames("block truncate text-label", row.unread ? "text-ink" : "text-(--mm-quiet)")}>
            {row.preview.mine ? texts.youSaid(said) : said}
          </span>
        ) : null}
      </span>
      {row.at ? <span className="shrink-0 text-(--mm-quiet) text-caption">{format.stamp(row.at)}</span> : null}
      {row.unread ? (
        <span className="size-2.5 shrink-0 rounded-full bg-msgr" data-dot="">
          <span className="sr-only">{texts.unread}</span>
        </span>
      ) : null}
    </button>
  );
}

function Stranger({ page }: { page: PageView }) {
  const { go } = useThePhone();
  return (
    <button type="button" onClick={() => go(page.id)} className={ROW}>
      <PageFace page={page} size={48} />
      <span className="min-w-0 grow">
        <span className="block truncate text-[0.9375rem]">{page.name}</span>
        <span className="block truncate text-(--mm-quiet) text-label">{page.category}</span>
      </span>
    </button>
  );
}

/** The person's chats, and the Pages she has not written to. */
export function ChatList() {
  const { sandboxMessenger: texts } = useSandboxMessages();
  const { state } = useThePhone();
  return (
    <div className="flex min-h-0 grow flex-col">
      <h2 className="px-4 pt-2 pb-3 type-heading">{texts.chats}</h2>
      <div className="min-h-0 grow overflow-y-auto px-1 pb-2">
        {state.threads.length > 0 ? (
          <ul aria-label={texts.chats}>
            {state.threads.map((row) => (
              <li key={row.page.id}>
                <Chat row={row} />
              </li>
            ))}
          </ul>
        ) : (
          <p className="px-3 pb-2 text-(--mm-quiet) text-label">{texts.noChats}</p>
        )}
        {state.pages.length > 0 ? (
          <>
            <h3 className="px-3 pt-4 pb-1 font-label text-(--mm-quiet) text-label">{texts.otherPages}</h3>
            <ul aria-label={texts.otherPages}>
              {state.pages.map((page) => (
                <li key={page.id}>
                  <Stranger page={page} />
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
      <p className="shrink-0 pt-0.5 pb-3 text-center text-(--mm-quiet) text-micro">{texts.lookAlike}</p>
    </div>
  );
}
