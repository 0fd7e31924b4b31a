import { Check, ChevronRight } from "lucide-react";
import { Card } from "#ui/card";
import { PageLink } from "#ui/page-link";
import { ProgressBar } from "#ui/progress-bar";
import { classNames } from "../../../../_ui/class-names";

export type StepLine = { key: string; title: string; text: string; href: string; done: boolean };

type Props = {
  title: string;
  /** "2 of 6", and the same for who hears it. */
  count: string;
  progress: string;
  done: string;
  toDo: string;
  steps: readonly StepLine[];
};

const NUMBER = "row-span-2 grid size-6 place-items-center self-start rounded-full font-label text-caption";

/** What a new shop does first: each step is a link to where it is done; the first that is not says how. */
export function StepList({ title, count, progress, done, toDo, steps }: Props) {
  const next = steps.find((step) => !step.done)?.key;
  const share = steps.filter((step) => step.done).length / steps.length;
  return (
    <Card aria-label={title} className="overflow-hidden">
      <div className="grid gap-2.5 px-4 py-3.5 md:px-5">
        <p className="flex flex-wrap justify-between gap-x-4">
          <b className="font-heading text-body">{title}</b>
          <span aria-hidden="true" className="text-ink-3 text-label tabular-nums">
            {count}
          </span>
        </p>
        <ProgressBar label={title} share={share} text={progress} />
      </div>
      <ol>
        {steps.map((step, at) => (
          <li key={step.key} className={classNames("border-line border-t", step.key === next && "bg-sunken")}>
            <PageLink
              href={step.href}
              className="grid min-h-11 grid-cols-[1.5rem_minmax(0,1fr)_auto] items-center gap-x-3.5 px-4 py-3 hover:bg-hover focus-visible:-outline-offset-2 md:px-5"
            >
              <span
                aria-hidden="true"
                className={classNames(
                  NUMBER,
                  step.done && "bg-success text-on-success forced-colors:border",
                  !step.done && step.key === next && "bg-brand text-on-brand forced-colors:border",
                  !step.done && step.key !== next && "border border-control text-ink-2",
                )}
              >
                {step.done ? <Check size={14} /> : at + 1}
              </span>
              <span className={step.done ? "text-ink-2 text-label" : "font-label text-label"}>
                {step.title} <span className="sr-only">({step.done ? done : toDo})</span>
              </span>
              <ChevronRight aria-hidden="true" size={16} className="text-ink-3" />
              {step.key === next ? <span className="col-start-2 text-ink-2 text-label">{step.text}</span> : null}
            </PageLink>
          </li>
        ))}
      </ol>
    </Card>
  );
}
