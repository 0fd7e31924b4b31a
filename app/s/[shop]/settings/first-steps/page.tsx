import type { Metadata } from "next";
import { loadFirstSteps } from "#lib/connect/first-steps/load-first-steps";
import { Banner } from "#ui/banner";
import { Card, CardHead } from "#ui/card";
import { getMessages } from "../../../../_i18n/server";
import { ShowSteps } from "../../first-steps/_parts/show-steps";
import { StepList } from "../../first-steps/_parts/step-list";
import { stepLines } from "../../first-steps/step-lines";
import { pageMember } from "../../page-member";
import { settingsSections } from "../_parts/settings-sections";
import { SettingsShell } from "../_parts/settings-shell";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getMessages()).firstSteps.title };
}

/** What a new shop does first, also where the inbox no longer shows it; from here it is brought back. */
export default async function FirstStepsPage({ params }: { params: Promise<{ shop: string }> }) {
  const { shop: slug } = await params;
  const actor = await pageMember(slug, `/s/${slug}/settings/first-steps`);
  const messages = await getMessages();
  const { team, firstSteps: texts } = messages;
  const steps = actor.role === "agent" ? null : await loadFirstSteps(actor);
  return (
    <main id="content" className="flex min-h-0 min-w-0 flex-1">
      <SettingsShell
        title={team.settings}
        part={texts.title}
        sections={settingsSections(actor, messages)}
        navLabel={team.settings}
      >
        {steps ? (
          <>
            <Card aria-labelledby="first-steps-title">
              <CardHead
                id="first-steps-title"
                title={texts.title}
                text={`${texts.settingsText} ${steps.shown ? texts.shown : texts.hidden}`}
                actions={
                  steps.shown ? (
                    <ShowSteps shows={false} label={texts.putAway} done={texts.isAway} />
                  ) : (
                    <ShowSteps shows label={texts.show} done={texts.isShown} />
                  )
                }
              />
            </Card>
            <StepList {...stepLines(slug, steps, messages)} />
          </>
        ) : (
          <Banner>{texts.ownersOnly}</Banner>
        )}
      </SettingsShell>
    </main>
  );
}
