"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useFormat, useMessages } from "#app/_i18n/language";
import { Rich } from "#app/_i18n/rich";
import type { Outcome } from "#lib/http/outcome";
import { firstName, type Role } from "#lib/shops/actor";
import { Avatar } from "#ui/avatar";
import { Banner } from "#ui/banner";
import { Button } from "#ui/button";
import { ButtonLink } from "#ui/button-link";
import { ShopLogo } from "#ui/shop-logo";
import { TextLink } from "#ui/text-link";
import { JoinCard, JoinFrame } from "./join-frame";
import { RoleList } from "./role-list";

export type OpenInvitationProps = {
  invitation: {
    shopName: string;
    /** The shop's own colour, and the colour readable on it; else the default. */
    colour?: string;
    onColour?: string;
    /** The whole name; the page says the first. */
    invitedBy: string;
    role: Role;
    expiresAt: string;
  };
  /** Who is signed in; null asks to sign in first. */
  personName: string | null;
  /** Where to sign in, or to sign in as somebody else, and come back here. */
  loginHref: string;
  accept: () => Promise<Outcome<{ slug: string }>>;
};

function Declined({ shopName, onReopen }: { shopName: string; onReopen: () => void }) {
  const { join } = useMessages();
  return (
    <JoinFrame>
      <JoinCard>
        <h1 className="type-heading">{join.declinedTitle}</h1>
        <p className="text-pretty text-body text-ink-2">{join.declined(shopName)}</p>
        <Button size="xl" className="mt-4 max-md:w-full" onClick={onReopen}>
          {join.reopen}
        </Button>
      </JoinCard>
    </JoinFrame>
  );
}

/** An invitation that may be used: who invites, as what, and two answers of equal weight. */
export function OpenInvitation({ invitation, personName, loginHref, accept }: OpenInvitationProps) {
  const { join, common } = useMessages();
  const format = useFormat();
  const router = useRouter();
  const [declined, setDeclined] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const { shopName, colour, onColour, role, expiresAt } = invitation;
  const inviter = firstName(invitation.invitedBy);

  const answerYes = () =>
    start(async () => {
      const outcome = await accept().catch(() => null);
      if (outcome?.ok) router.push(`/s/${outcome.value.slug}/inbox`);
      else setProblem(outcome?.problem.message ?? common.noConnection);
    });

  if (declined) return <Declined shopName={shopName} onReopen={() => setDeclined(false)} />;
  return (
    <JoinFrame>
      <JoinCard>
        <span className="mb-2 flex gap-3">
          <ShopLogo name={shopName} size={56} {...(colour && onColour ? { colour, onColour } : {})} />
          <Avatar name={invitation.invitedBy} size={56} />
        </span>
        <h1 className="type-heading text-balance">{join.title(inviter, shopName)}</h1>
        <p className="text-body text-ink-2">
          <Rich text={join.asRole[role]} tags={{ b: (inner) => <b>{inner}</b> }} />{" "}
          {personName === null ? (
            join.signInFirst
          ) : (
            <>
              <Rich text={join.signedInAs} tags={{ name: () => <b>{personName}</b> }} />
              {" · "}
              <TextLink href={loginHref} className="whitespace-nowrap">
                {join.notYou}
              </TextLink>
            </>
          )}
        </p>
        <RoleList role={role} />
        {personName === null ? null : (
          <p className="w-full text-left text-caption text-ink-3">{join.seen(inviter, firstName(personName))}</p>
        )}
        {problem ? (
          <Banner tone="danger" role="alert" className="mt-2 w-full text-left">
            {problem}
          </Banner>
        ) : null}
        <div className="mt-3 grid w-full gap-2 md:grid-cols-2 md:gap-3">
          {personName === null ? (
            <ButtonLink href={loginHref} variant="primary" size="xl" className="md:order-2">
              {join.signIn}
            </ButtonLink>
          ) : (
            <Button variant="primary" size="xl" busy={pending} onClick={answerYes} className="px-2! md:order-2">
              {join.accept[role]}
            </Button>
          )}
          <Button size="xl" onClick={() => setDeclined(true)}>
            {join.notNow}
          </Button>
        </div>
      </JoinCard>
      <p className="text-center text-caption text-ink-3">
        {join.until(`${format.fullDate(expiresAt)}, ${format.time(expiresAt)}`)}
      </p>
    </JoinFrame>
  );
}
