import { classNames } from "./class-names";

const TONES = {
  ok: "bg-success-dot",
  warn: "bg-warning-dot",
  late: "bg-danger-dot",
  idle: "bg-line-strong",
};

/** A dot beside the words that say the same. */
export function Dot({ tone }: { tone: keyof typeof TONES }) {
  return <span aria-hidden="true" data-dot="" className={classNames("size-2 shrink-0 rounded-full", TONES[tone])} />;
}
