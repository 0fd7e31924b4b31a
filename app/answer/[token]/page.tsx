import type { Metadata } from "next";
import { findAnswer } from "#lib/connect/open-answer";
import { EmptyState } from "#ui/empty-state";
import { getLocale, getMessages } from "../../_i18n/server";
import { JoinFrame } from "../../join/[token]/_parts/join-frame";
import { OpenAnswerButton } from "./_parts/open-answer-button";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getMessages()).mailLinks.answerTitle, referrer: "no-referrer" };
}

/** Where a mail's link leads. Nothing is opened before a press: mail scanners follow links too. */
export default async function AnswerPage({ params }: Props) {
  const { token } = await params;
  const [{ mailLinks }, locale, answer] = await Promise.all([getMessages(), getLocale(), findAnswer(token)]);
  return (
    <JoinFrame>
      {answer ? (
        <EmptyState
          level={1}
          title={mailLinks.answered(answer.shop.name)}
          text={mailLinks.opensOnly}
          action={<OpenAnswerButton token={token} locale={locale} label={mailLinks.open} />}
        />
      ) : (
        <EmptyState level={1} title={mailLinks.over} text={mailLinks.overText} />
      )}
    </JoinFrame>
  );
}
