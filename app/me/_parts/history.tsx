import { Download } from "lucide-react";
import type { MyAct } from "#lib/connect/view-my-shop";
import { useFormat, useMessages } from "../../_i18n/language";
import { useMyMessages } from "../../_i18n/my-language";
import { buttonLook } from "../../_ui/button-look";
import { useSpokenAct } from "./use-spoken-act";

function Act({ act }: { act: MyAct }) {
  const { permissions } = useMessages();
  const format = useFormat();
  const { actOf, recordOf } = useSpokenAct();
  const how = actOf(act.act);
  return (
    <li className="flex flex-wrap justify-between gap-x-4 border-line py-1.5 not-first:border-t">
      <span>
        {permissions.names[act.purpose]} · {recordOf(act.action)}
      </span>
      <span className="text-ink-3">
        {how ? `${how} · ` : ""}
        <time dateTime={act.at} title={format.instant(act.at)}>
          {format.dayAndTime(act.at)}
        </time>
      </span>
    </li>
  );
}

/** Everything she answered to the shop of a slug, the latest first, and the signed file of it that she may keep. */
export function History({ shop, acts }: { shop: string; acts: readonly MyAct[] }) {
  const { me } = useMyMessages();
  const format = useFormat();
  const first = acts.at(-1);
  if (!first) return null;
  return (
    <details className="mt-2 text-caption text-ink-2">
      <summary className="w-fit rounded-xs py-1 text-ink-3 hover:text-ink max-md:py-3">
        {me.history(acts.length, format.sinceInline(first.at))}
      </summary>
      <ul className="mt-1">
        {acts.map((act) => (
          <Act key={act.id} act={act} />
        ))}
      </ul>
      <a href={`/me/receipt/${shop}`} download className={buttonLook({ variant: "ghost", size: "sm" })}>
        <Download aria-hidden="true" size={14} />
        <span>{me.keepSigned}</span>
      </a>
    </details>
  );
}
