import type { MyPermission } from "#lib/connect/view-my-shop";
import { Switch } from "#ui/switch";
import { useMessages } from "../../_i18n/language";
import { useMyMessages } from "../../_i18n/my-language";
import { Rich } from "../../_i18n/rich";
import { useStanding } from "./use-standing";

/** The words of a purpose with its name set off. */
function Words({ text }: { text: string }) {
  const [, name = text, rest = ""] = /^(.+?)(\s?:.*)$/su.exec(text) ?? [];
  return (
    <span className="block text-ink-2 max-md:text-body">
      <b className="text-ink">{name}</b>
      {rest}
    </span>
  );
}

/** The exact words she agreed to, where they are others than those above: another language, an older version. */
function Agreed({ permission: { text, agreed } }: { permission: MyPermission }) {
  const { me } = useMyMessages();
  if (!agreed || agreed.text === text) return null;
  return (
    <span className="mt-0.5 block text-caption text-ink-3">
      <Rich text={me.youRead} tags={{ words: () => <span lang={agreed.locale}>{agreed.text}</span> }} />
    </span>
  );
}

type Props = { permission: MyPermission; shopName: string; on: boolean; onTurn: (on: boolean) => void };

/** One purpose: its words, since when and by which act, and its switch. The whole row turns it. */
export function PurposeSwitch({ permission, shopName, on, onTurn }: Props) {
  const { me } = useMyMessages();
  const { permissions } = useMessages();
  const standing = useStanding(permission);
  return (
    <Switch
      checked={on}
      onChange={onTurn}
      label={me.switchOf(permissions.names[permission.purpose], shopName)}
      className="flex-row-reverse items-start! rounded-[10px] border border-line bg-sunken px-3 py-2.5 max-md:min-h-14"
    >
      <Words text={permission.text} />
      <span className="mt-0.5 block text-caption text-ink-3">{standing}</span>
      <Agreed permission={permission} />
    </Switch>
  );
}
