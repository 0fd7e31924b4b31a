"use client";

import { Chip } from "#ui/chip";
import { useMessages } from "../../../../_i18n/language";
import { useShop } from "../../_parts/live-shop";
import { useKeyed } from "../../use-keyed";
import { useActionParts } from "../use-action-parts";
import { useInbox } from "./inbox-context";

/** What is done with the conversation when what is written goes; each can be left out before that. */
export function SendActionsLine({ place }: { place: string }) {
  const { sendActions: texts, common } = useMessages();
  const { sendActions } = useShop();
  const { members } = useInbox();
  const partsOf = useActionParts(members);
  const wanted = useKeyed(sendActions, place);
  const parts = wanted ? partsOf(wanted) : [];
  return (
    <div role="status" className={parts.length > 0 ? "flex flex-wrap items-center gap-1.5 px-3.5 pt-2" : "sr-only"}>
      {parts.length > 0 ? <span className="text-caption text-ink-3">{texts.whenSent}</span> : null}
      {parts.map(({ key, label, hue, rest }) => (
        <Chip
          key={key}
          {...(hue === undefined ? {} : { hue })}
          onRemove={() => (parts.length === 1 ? sendActions.delete(place) : sendActions.set(place, rest))}
          removeLabel={common.removeThing(label)}
        >
          <bdi>{label}</bdi>
        </Chip>
      ))}
    </div>
  );
}
