import { Check, Clock, Minus, X } from "lucide-react";
import type { ReactNode } from "react";
import { Badge, type BadgeTone } from "./badge";
import { classNames } from "./class-names";

export type PermissionState = "on" | "off" | "not_given" | "asked";

const LOOKS: Record<PermissionState, { ground: string; tone: BadgeTone; Icon: typeof Check }> = {
  on: { ground: "bg-success-soft text-success-ink", tone: "success", Icon: Check },
  off: { ground: "bg-danger-soft text-danger-ink", tone: "danger", Icon: X },
  not_given: { ground: "bg-active text-ink-3", tone: "neutral", Icon: Minus },
  asked: { ground: "bg-active text-ink-3", tone: "info", Icon: Clock },
};

type Props = {
  state: PermissionState;
  /** Which permission: "Order updates". */
  name: string;
  /** The state in a word: "On". */
  word: string;
  /** When, how and by whom: "Withdrawn today, 09:41 · by Amélie". */
  detail: ReactNode;
  /** Takes the badge's place: a switch, a button. */
  action?: ReactNode;
};

/** One permission: icon, words, date and source, never colour alone. */
export function PermissionRow({ state, name, word, detail, action }: Props) {
  const { ground, tone, Icon } = LOOKS[state];
  return (
    <div className="grid grid-cols-[20px_minmax(0,1fr)_auto] items-start gap-x-2 py-1.25">
      <span aria-hidden="true" className={classNames("grid size-5 place-items-center rounded-full", ground)}>
        <Icon size={12} className="stroke-[2.4]" />
      </span>
      <div>
        <p className="font-label text-label">{name}</p>
        <p className="text-caption text-ink-3">{detail}</p>
      </div>
      {action ?? <Badge tone={tone}>{word}</Badge>}
    </div>
  );
}
