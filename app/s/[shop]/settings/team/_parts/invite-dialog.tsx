"use client";

import { Copy, UserRoundPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useFormat, useMessages } from "#app/_i18n/language";
import type { Role } from "#lib/shops/actor";
import { Banner } from "#ui/banner";
import { Button } from "#ui/button";
import { Dialog } from "#ui/dialog";
import { Input } from "#ui/input";
import { Segment } from "#ui/segment";
import { notify } from "#ui/toast";
import { noAnswer } from "../../../../../_shared/no-answer";
import { rolesGivenBy, type TeamActions } from "./team-actions";

type Made = { url: string; expiresAt: string };

function MadeLink({ made }: { made: Made }) {
  const { team, common } = useMessages();
  const format = useFormat();
  const copy = () => {
    navigator.clipboard.writeText(made.url).then(
      () => notify(common.copied),
      () => notify(made.url, { outcome: "failed" }),
    );
  };
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        <Input
          readOnly
          aria-label={team.linkLabel}
          value={made.url}
          className="grow basis-60 font-mono"
          onFocus={(event) => event.target.select()}
        />
        <Button size="lg" icon={<Copy aria-hidden="true" size={16} />} onClick={copy}>
          {common.copy}
        </Button>
      </div>
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
