"use client";

import { Reply } from "lucide-react";
import Image from "next/image";
import { useSandboxMessages } from "#app/_i18n/sandbox-language";
import { classNames } from "../../../_ui/class-names";
import type { PageView, SaidView } from "../view";
import { PageFace } from "./page-face";
import { Part } from "./part";
import { SaidMenu } from "./said-menu";
import type { Writing } from "./writer";

type Props = {
  said: SaidView;
  page: PageView;
  /** Another message of the Page follows at once: only the last one of a group wears its face. */
  faceless: boolean;
  /** The person's newest message tells how far it has come. */
  told: boolean;
  onWrite: (writing: Writing) => void;
};

function Face({ said, page }: { said: SaidView; page: PageView }) {
  const picture = said.persona?.pictureUrl;
  if (!picture) return <PageFace page={page} size={24} />;
  return <Image src={picture} alt="" width={24} height={24} unoptimized className="size-6 shrink-0 rounded-full" />;
}

function Quote({ said, page }: { said: SaidView; page: PageView }) {
  const { sandboxMessenger: texts } = useSandboxMessages();
  if (!said.replyTo) return null;
  return (
    <p className="mb-1 flex max-w-full items-center gap-1.5 px-1 text-(--mm-quiet) text-caption">
      <Reply aria-hidden="true" size={12} />
      <span className="sr-only">{texts.answerTo(page.name)}</span>
      <span className="truncate">
        {said.replyTo.text === null ? texts.unsentQuote : said.replyTo.text || texts.somethingSent}
      </span>
    </p>
  );
}

function Text({ said }: { said: SaidView }) {
  return (
    <p
      dir="auto"
      className={classNames(
        "max-w-65.5 whitespace-pre-wrap rounded-[20px] px-3.5 py-2 [overflow-wrap:anywhere]",
        said.mine ? "rounded-br-sm bg-msgr text-on-msgr" : "rounded-bl-sm bg-(--mm-in)",
      )}
    >
      {said.text}
    </p>
  );
}

function Reactions({ said, page }: { said: SaidView; page: PageView }) {
  const { sandboxMessenger: texts } = useSandboxMessages();
  const { own, page: theirs } = said.reaction;
  if (!own && !theirs) return null;
  return (
    <p className="-mt-2 flex gap-0.5 rounded-full border border-(--mm-edge) bg-surface px-1.5 text-caption">
      {own ? (
        <span role="img" aria-label={texts.youReacted(own)}>
          {own}
        </span>
      ) : null}
      {theirs ? (
        <span role="img" aria-label={texts.pageReacted(page.name, theirs)}>
          {theirs}
        </span>
      ) : null}
    </p>
  );
}

/** One message with its parts, its reactions and what can be done with it. */
export function Said({ said, page, faceless, told, onWrite }: Props) {
  const { sandboxMessenger: texts } = useSandboxMessages();
  const who = said.mine ? texts.you : (said.persona?.name ?? page.name);
  return (
    <article
      aria-label={texts.saidBy(who)}
      data-mid={said.mid}
      className={classNames("group flex items-end gap-2", said.mine ? "flex-row-reverse" : "flex-row")}
    >
      {said.mine ? null : faceless ? <span className="w-6 shrink-0" /> : <Face said={said} page={page} />}
      <div className={classNames("flex min-w-0 max-w-[86%] flex-col gap-1", said.mine ? "items-end" : "items-start")}>
        {said.persona && !faceless ? <p className="px-1 text-(--mm-quiet) text-micro">{said.persona.name}</p> : null}
        {said.unsent ? (
          <p className="rounded-[20px] border border-(--mm-edge) px-3.5 py-2 text-(--mm-quiet) italic">
            {said.mine ? texts.youUnsent : texts.pageUnsent(page.name)}
          </p>
        ) : (
          <>
            <Quote said={said} page={page} />
            {said.text ? <Text said={said} /> : null}
            {said.parts.map((part) => (
              <Part key={JSON.stringify(part)} part={part} said={said} />
            ))}
            <Reactions said={said} page={page} />
            {said.edits > 0 ? <p className="px-1 text-(--mm-quiet) text-micro">{texts.edited}</p> : null}
          </>
        )}
        {told && said.progress ? (
          <p className="-mt-0.5 text-(--mm-quiet) text-micro">{texts.progress[said.progress]}</p>
        ) : null}
      </div>
      {said.unsent ? null : <SaidMenu said={said} who={who} onWrite={onWrite} />}
    </article>
  );
}
