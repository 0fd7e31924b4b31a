import type { Metadata } from "next";
import { findMailStop } from "#lib/connect/stop-answer-mails";
import { ButtonLink } from "#ui/button-link";
import { EmptyState } from "#ui/empty-state";
import { getMessages } from "../../../_i18n/server";
import { JoinFrame } from "../../../join/[token]/_parts/join-frame";
import { StopMails } from "../../_parts/stop-mails";
import { stopAnswerMailsAction } from "./actions";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getMessages()).mailLinks.stopTitle, referrer: "no-referrer" };
}

/** Ends mails about answers from one shop: one press, no sign-in. */
export default async function MailStopPage({ params }: Props) {
  const { token } = await params;
  const [{ mailLinks, permissions }, found] = await Promise.all([getMessages(), findMailStop(token)]);
  return (
    <JoinFrame>
      {found ? (
        <StopMails
          stop={stopAnswerMailsAction.bind(null, { token })}
          ask={mailLinks.stopAsk(found.shop)}
          text={mailLinks.stopText(found.shop)}
          stoppedText={mailLinks.stoppedText(found.shop)}
        />
      ) : (
        <EmptyState
          level={1}
          title={mailLinks.over}
          text={mailLinks.stopOverText}
          action={
            <ButtonLink variant="primary" size="lg" href="/me/permissions">
              {permissions.mine}
            </ButtonLink>
          }
        />
      )}
    </JoinFrame>
  );
}
