"use client";

import { GitMerge, type LucideIcon, UserRound } from "lucide-react";
import type { IdentityView } from "#lib/contacts/load-identities";
import { type Channel, ChannelGlyph } from "#ui/channel-glyph";
import { useFormat, useMessages } from "../../../../_i18n/language";

type RowProps = {
  channel: Channel;
  name: string;
  text: string;
  evidence: string;
  Icon?: LucideIcon;
  once?: string | null;
};

function Row({ channel, name, text, evidence, Icon = GitMerge, once = null }: RowProps) {
  return (
    <li className="grid grid-cols-[20px_minmax(0,1fr)] gap-x-2.5 gap-y-0.5 border-line border-t py-2.5">
      <ChannelGlyph channel={channel} className="row-span-2 mt-px size-5" />
      <b className="text-label">{name}</b>
      <span className="text-caption text-ink-2">{text}</span>
      <span className="col-start-2 mt-0.5 flex gap-1.5 text-caption text-ink-3">
        <Icon aria-hidden="true" size={12} className="mt-0.5 shrink-0" />
        <span>{evidence}</span>
      </span>
      {once ? <span className="col-start-2 mt-0.5 text-caption text-success-ink">{once}</span> : null}
    </li>
  );
}

function useEvidence() {
  const { contactMerge } = useMessages();
  const format = useFormat();
  const words = contactMerge.evidence;
  return ({ kind, evidence }: IdentityView): string => {
    const when = evidence ? format.dayAndTimeInline(evidence.at) : "";
    switch (evidence?.way) {
      case "connect":
        return words.connect(when);
      case "shop_account":
        return words.shop_account(when);
      case "reference":
        return words.reference(when);
      case "account_linking":
        return words.account_linking(when);
      case "login_connect":
        return words[`login_connect_${kind}`](when);
      case "merge":
        return words.merge(when, evidence.byName ?? contactMerge.aMember);
      case "import":
        return words.import;
      default:
        return words[`wrote_${kind}`];
    }
  };
}

type Props = { identities: readonly IdentityView[]; signedIn: boolean };

/** The ways a contact is known, each with what proved that it is this contact's. */
export function IdentityList({ identities, signedIn }: Props) {
  const { contactMerge, common } = useMessages();
  const format = useFormat();
  const evidenceOf = useEvidence();
  return (
    <ul className="px-4 pb-1">
      {identities.map((one) => {
        const since = format.fullDate(one.since);
        return (
          <Row
            key={one.id}
            channel={one.kind}
            name={common.channels[one.kind]}
            text={one.page ? contactMerge.pageSince(one.page, since) : contactMerge.since(since)}
            evidence={evidenceOf(one)}
            once={one.writeOnceUntil ? contactMerge.writeOnce(format.dayAndTimeInline(one.writeOnceUntil)) : null}
          />
        );
      })}
      {signedIn ? (
        <Row
          channel="facebook"
          name={contactMerge.facebook}
          text={contactMerge.facebookText}
          evidence={contactMerge.facebookEvidence}
          Icon={UserRound}
        />
      ) : null}
    </ul>
  );
}
