import type { FirstSteps } from "#lib/connect/first-steps/load-first-steps";
import { Mark } from "#ui/logo";
import { getMessages } from "../../../_i18n/server";
import { ShowSteps } from "./_parts/show-steps";
import { StepList } from "./_parts/step-list";
import { stepLines } from "./step-lines";

/** What a new shop does first, where the inbox has nothing to show. */
export async function InboxSteps({ slug, steps }: { slug: string; steps: FirstSteps }) {
  const messages = await getMessages();
  const { firstSteps: texts, common, inbox } = messages;
  return (
    <div className="mx-auto grid w-full max-w-180 justify-items-center gap-1 px-4 py-8 md:px-6">
      <Mark size={48} className="text-brand" />
      <h2 className="type-title text-balance text-center">{texts.open}</h2>
      <p className="text-pretty text-center text-body text-ink-2">
        {steps.done.answer ? inbox.chooseText : texts.lead}
      </p>
      <div className="mt-4 w-full">
        <StepList {...stepLines(slug, steps, messages)} />
      </div>
      <ShowSteps shows={false} label={texts.putAway} done={texts.isAway} undo={common.undo} />
    </div>
  );
}
