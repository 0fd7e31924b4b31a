"use client";

import { useFormat } from "#app/_i18n/language";
import { useSettingsMessages } from "#app/_i18n/settings-language";
import type { ImportView } from "#lib/channels/messenger/history/view-import";
import { Badge, type BadgeTone } from "#ui/badge";
import { Banner } from "#ui/banner";
import { Button } from "#ui/button";
import { Card } from "#ui/card";
import { ProgressBar } from "#ui/progress-bar";
import { useImport } from "./use-import";

type Shown = "counting" | "missed" | "running" | "resting" | "paused" | "done" | "cancelled" | "failed";

const TONES: Record<Shown, BadgeTone> = {
  counting: "info",
  missed: "info",
  running: "info",
  resting: "warning",
  paused: "neutral",
  done: "success",
  cancelled: "neutral",
  failed: "danger",
};

function shownState(view: ImportView): Shown {
  if (view.state !== "running") return view.state;
  if (view.problem === "resting") return "resting";
  if (view.missed) return "missed";
  return view.counting ? "counting" : "running";
}

function Progress({ view }: { view: ImportView }) {
  const { messengerHistory: texts } = useSettingsMessages();
  const format = useFormat();
  const { imported, expected } = view;
  const share = expected ? Math.min(1, imported / expected) : null;
  const far = view.counting
    ? texts.found(expected ?? 0)
    : expected && view.state !== "done"
      ? texts.importedOf(format.number(imported), format.number(expected))
      : texts.imported(imported);
  const since = view.backTo ? `, ${texts.backTo(format.fullDate(view.backTo))}` : "";
  return (
    <div className="grid gap-2">
      {view.state === "done" ? null : (
        <ProgressBar label={texts.progress} share={view.counting ? null : share} text={far} />
      )}
      <p className="flex flex-wrap justify-between gap-x-4 text-caption text-ink-2 tabular-nums">
        <span>{view.state === "done" && imported === 0 ? texts.nothing : far + since}</span>
        {view.leftMs === null ? null : <span className="text-ink-3">{texts.left(format.duration(view.leftMs))}</span>}
      </p>
    </div>
  );
}

function Problem({ view }: { view: ImportView }) {
  const { problems } = useSettingsMessages().messengerHistory;
  const format = useFormat();
  if (!view.problem) return null;
  const resting = view.problem === "resting";
  return (
    <Banner tone={resting ? "neutral" : "danger"} role="status">
      {view.problem === "resting"
        ? problems.resting(format.time(view.restsUntil ?? format.now()))
        : problems[view.problem]}
    </Banner>
  );
}

type Props = { channelId: string; loaded: ImportView | null; pageName?: string | undefined };

/** What was said on Messenger before its Page was connected: how far it is fetched, and the ways to start and stop. */
export function HistoryCard({ channelId, loaded, pageName }: Props) {
  const { messengerHistory: texts } = useSettingsMessages();
  const { view, pending, act } = useImport(channelId, loaded);
  const shown = view && shownState(view);
  const runs = view?.state === "running";
  const waits = view?.state === "paused" || view?.state === "failed";
  return (
    <Card className="grid gap-3 px-4 py-3.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 className="font-heading text-body">{pageName ? texts.of(pageName) : texts.title}</h2>
        <span role="status">{shown ? <Badge tone={TONES[shown]}>{texts.states[shown]}</Badge> : null}</span>
        <span className="flex grow justify-end gap-1">
          {runs || waits ? (
            <Button variant="ghost" size="sm" busy={pending} onClick={() => act("cancel")}>
              {texts.cancel}
            </Button>
          ) : null}
          {runs || waits ? (
            <Button variant="ghost" size="sm" busy={pending} onClick={() => act(runs ? "pause" : "resume")}>
              {runs ? texts.pause : texts.resume}
            </Button>
          ) : null}
        </span>
      </div>
      {view ? <Progress view={view} /> : <p className="text-caption text-ink-2">{texts.lead}</p>}
      {view?.missed && runs ? <p className="text-caption text-ink-3">{texts.missedLead}</p> : null}
      {view ? <Problem view={view} /> : null}
      {(runs || waits) && !view.missed ? null : (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <Button busy={pending} onClick={() => act("start")}>
            {view && !view.missed ? texts.again : texts.start}
          </Button>
          {view && !view.missed ? (
            <span className="min-w-0 flex-1 basis-40 text-caption text-ink-3">{texts.kept}</span>
          ) : null}
        </div>
      )}
    </Card>
  );
}
