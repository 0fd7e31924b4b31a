import { LinkIcon } from "lucide-react";
import { ButtonLink } from "#ui/button-link";
import { getMessages } from "../../../_i18n/server";
import { JoinCard, JoinFrame } from "./join-frame";

/** For a link that was used, cancelled, has expired or never was. `reason` is the refusal's sentence. */
export async function EndedInvitation({ reason }: { reason: string }) {
  const { join } = await getMessages();
  return (
    <JoinFrame>
      <JoinCard>
        <span className="mb-2 grid size-14 place-items-center rounded-full bg-hover text-ink-3">
          <LinkIcon aria-hidden="true" size={24} />
        </span>
        <h1 className="type-heading text-balance">{join.endedTitle}</h1>
        <p className="text-pretty text-body text-ink-2">{reason}</p>
        <ButtonLink href="/" size="xl" className="mt-4 max-md:w-full">
          {join.home}
        </ButtonLink>
      </JoinCard>
    </JoinFrame>
  );
}
