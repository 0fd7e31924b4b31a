import { type FirstSteps, STEPS, type Step } from "#lib/connect/first-steps/load-first-steps";
import type { Messages } from "#lib/i18n/messages";

/** Where each step is done, in the shop's own place. */
const WHERE: Record<Step, string> = {
  button: "settings/widget",
  greeting: "settings/widget",
  page: "settings/messenger",
  colleague: "settings/team",
  reply: "settings/saved-replies",
  answer: "inbox?view=open&order=waiting",
};

/** The first steps of the shop at `slug` in words, and how far they are. */
export function stepLines(slug: string, { done }: FirstSteps, { firstSteps: texts }: Messages) {
  const steps = STEPS.map((key) => ({ key, ...texts.steps[key], href: `/s/${slug}/${WHERE[key]}`, done: done[key] }));
  const ready = steps.filter((step) => step.done).length;
  return {
    steps,
    title: texts.ready,
    count: texts.of(ready, steps.length),
    progress: texts.progress(ready, steps.length),
    done: texts.done,
    toDo: texts.toDo,
  };
}
