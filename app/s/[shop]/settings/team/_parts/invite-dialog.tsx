"use client";

import { UserRoundPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useFormat, useMessages } from "#app/_i18n/language";
import type { Role } from "#lib/shops/actor";
import { Banner } from "#ui/banner";
import { Button } from "#ui/button";
import { Dialog } from "#ui/dialog";
import { Segment } from "#ui/segment";
import { noAnswer } from "../../../../../_shared/no-answer";
import { CopyLink } from "../../../_parts/copy-link";
import { rolesGivenBy, type TeamActions } from "./team-actions";

type Made = { url: string; expiresAt: string };

function MadeLink({ made }: { made: Made }) {
  const { team } = useMessages();
  const format = useFormat();
  return (
    <div className="grid gap-2">
      <CopyLink label={team.linkLabel} url={made.url} />
      <p role="status" className="text-caption text-ink-3">
        {team.worksOnce(format.fullDate(made.expiresAt))} {team.shownOnce}
      </p>
    </div>
  );
}

type Props = { yourRole: Role; invite: TeamActions["invite"] };

/** The button that makes an invitation link, and the only place where the link is ever shown. Draws nothing for who may not invite. */
export function InviteDialog({ yourRole, invite }: Props) {
  const { team, shop, common } = useMessages();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [role, setRole] = useState<Role>("agent");
  const [made, setMade] = useState<Made | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const roles = rolesGivenBy(yourRole);
  if (roles.length === 0) return null;

  const make = () =>
    start(async () => {
      const outcome = await invite({ role }).catch(noAnswer);
      setProblem(outcome?.ok ? null : (outcome?.problem.message ?? common.noConnection));
      if (!outcome?.ok) return;
      setMade(outcome.value);
      router.refresh();
    });
  const turn = (next: boolean) => {
    setOpen(next);
    if (next) setMade(null);
  };

  return (
    <>
      <Button variant="primary" icon={<UserRoundPlus aria-hidden="true" size={16} />} onClick={() => turn(true)}>
        {team.invite}
      </Button>
      <Dialog
        open={open}
        onOpenChange={turn}
        title={team.inviteTitle}
        text={team.inviteLead}
        actions={
          made ? (
            <Button size="lg" variant="primary" onClick={() => turn(false)}>
              {common.close}
            </Button>
          ) : (
            <>
              <Button size="lg" onClick={() => turn(false)}>
                {common.cancel}
              </Button>
              <Button size="lg" variant="primary" busy={pending} onClick={make}>
                {team.makeLink}
              </Button>
            </>
          )
        }
      >
        {problem ? (
          <Banner tone="danger" role="alert" className="mb-3">
            {problem}
          </Banner>
        ) : null}
        {made ? (
          <MadeLink made={made} />
        ) : (
          <Segment
            label={team.chooseRole}
            value={role}
            onChange={setRole}
            options={roles.map((value) => ({ value, label: shop.roles[value] }))}
          />
        )}
      </Dialog>
    </>
  );
}
