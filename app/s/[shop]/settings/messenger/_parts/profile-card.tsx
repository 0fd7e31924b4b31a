import type { ProfileView } from "#lib/channels/messenger/profile/save-profile";
import type { Messages } from "#lib/i18n/messages";
import { Badge } from "#ui/badge";
import { ButtonLink } from "#ui/button-link";
import { Card } from "#ui/card";
import { PROFILE_TONES } from "./profile-tones";

type Props = { slug: string; view: ProfileView; named: boolean; texts: Messages["messengerProfile"] };

/** How a Page's profile stands, and the way to its editor. */
export function ProfileCard({ slug, view, named, texts }: Props) {
  return (
    <Card className="grid gap-2 px-4 py-3.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 className="font-heading text-body">{named ? texts.of(view.pageName) : texts.title}</h2>
        <Badge tone={PROFILE_TONES[view.state]}>{texts.states[view.state]}</Badge>
        <span className="flex grow justify-end">
          <ButtonLink
            size="sm"
            href={`/s/${slug}/settings/messenger/profile/${view.channelId}`}
            aria-label={`${texts.edit}: ${texts.of(view.pageName)}`}
          >
            {texts.edit}
          </ButtonLink>
        </span>
      </div>
      <p className="text-caption text-ink-2">{view.problem ? texts.problems[view.problem] : texts.lead}</p>
    </Card>
  );
}
