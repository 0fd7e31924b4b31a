import type { Format } from "#lib/i18n/format";
import type { Messages } from "#lib/i18n/messages";
import type { ActView } from "#lib/shops/list-acts";
import { Card, CardHead } from "#ui/card";
import { TextLink } from "#ui/text-link";

type Props = {
  acts: readonly ActView[];
  /** Where the page of entries before these is; null at the first entry ever. */
  earlier: string | null;
  /** Where the latest entries are; null when these are they. */
  latest: string | null;
  texts: Messages["securityLog"];
  format: Format;
};

/** Names are people's own words: each is kept apart from the sentence's direction of writing. */
const apart = (name: string | null | undefined) => `\u2068${name ?? ""}\u2069`;

/** The shop's security log, for owners: a page of it at a time, the latest first. */
export function SecurityLog({ acts, earlier, latest, texts, format }: Props) {
  const words = ({ act, about, detail: { name, ...detail } }: ActView) =>
    texts.acts[act]({ ...detail, about: apart(about), name: apart(name) });
  return (
    <Card id="security-log" aria-labelledby="security-log-title" className="overflow-hidden">
      <CardHead id="security-log-title" title={texts.title} text={texts.lead} />
      {acts.length === 0 ? <p className="px-4 pb-4 text-caption text-ink-3">{texts.empty}</p> : null}
      <ol>
        {acts.map((act) => (
          <li
            key={act.id}
            className="flex flex-wrap items-baseline gap-x-3 border-line border-t px-4 py-2 text-caption"
          >
            <span className="min-w-0 grow basis-48 [overflow-wrap:anywhere]">
              <b className="text-ink">
                <bdi>{act.who ?? texts.clock}</bdi>
              </b>{" "}
              {words(act)}
            </span>
            <time dateTime={act.at} className="text-ink-3 tabular-nums">
              {format.dayAndTime(act.at)}
            </time>
          </li>
        ))}
      </ol>
      {earlier || latest ? (
        <p className="flex flex-wrap gap-x-4 border-line border-t px-4 py-2.5 text-caption">
          {latest ? <TextLink href={latest}>{texts.latest}</TextLink> : null}
          {earlier ? <TextLink href={earlier}>{texts.earlier}</TextLink> : null}
        </p>
      ) : null}
    </Card>
  );
}
