"use client";

import { RotateCcw } from "lucide-react";
import { useFormat } from "#app/_i18n/language";
import { useSettingsMessages } from "#app/_i18n/settings-language";
import type { InboundItemsView, InboundItemView } from "#lib/channels/messenger/inbound/list-items";
import { Badge } from "#ui/badge";
import { Button } from "#ui/button";
import { Card } from "#ui/card";
import { useAct } from "../../_parts/use-act";
import type { PageActions } from "./page-actions";

type Props = InboundItemsView & {
  channelId: string;
  name: string;
  /** Whether the title says which Page it is: where the shop has several. */
  named: boolean;
  actions: PageActions;
};

/** What came in on a Page and could not be processed: kept as it came, and tried again by hand. */
export function UnprocessedCard({ channelId, name, named, items, count, unknown, actions }: Props) {
  const { messengerSettings: texts } = useSettingsMessages();
  const { pending, act } = useAct();
  if (count === 0 && unknown === 0) return null;
  const replayAll = () =>
    act(
      () => actions.replayAll({ channelId }),
      ({ replayed, failed }) => texts.replayedSome(replayed, failed),
    );
  return (
    <Card className="px-4 py-3.5">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 pb-1.5">
        <h2 className="font-heading text-body">
          {texts.unprocessed}
          {named ? <span className="font-normal text-ink-3"> · {name}</span> : null}
        </h2>
        {count > 0 ? (
          <>
            <Badge tone="danger">{count}</Badge>
            <Button
              size="sm"
              className="ms-auto"
              busy={pending}
              icon={<RotateCcw aria-hidden="true" size={14} />}
              onClick={replayAll}
            >
              {texts.replayAll(count)}
            </Button>
          </>
        ) : null}
      </div>
      <ul>
        {items.map((item) => (
          <ItemRow key={item.id} item={item} actions={actions} />
        ))}
      </ul>
      {unknown > 0 ? <p className="text-caption text-ink-3">{texts.unknownKept(unknown)}</p> : null}
    </Card>
  );
}

function ItemRow({ item, actions }: { item: InboundItemView; actions: PageActions }) {
  const { messengerSettings: texts } = useSettingsMessages();
  const format = useFormat();
  const { pending, act } = useAct();
  const replay = () =>
    act(
      () => actions.replay({ itemId: item.id }),
      ({ replayed }) => (replayed ? texts.replayed : texts.replayFailed),
    );
  return (
    <li className="flex items-start gap-2.5 border-line border-t py-1.5">
      <span className="min-w-0 grow text-caption">
        <code className="block break-words font-mono font-semibold">{item.kind}</code>
        <span className="block break-words text-ink-2" title={item.problem ?? undefined}>
          {texts.reasons[item.reason]}
        </span>
      </span>
      <time dateTime={item.at} className="shrink-0 text-caption text-ink-3 tabular-nums">
        {format.stamp(item.at)}
      </time>
      <Button variant="ghost" size="sm" busy={pending} aria-label={texts.replayOf(item.kind)} onClick={replay}>
        {texts.replay}
      </Button>
    </li>
  );
}
