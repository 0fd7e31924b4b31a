import { useMessages } from "#app/_i18n/language";
import { useSettingsMessages } from "#app/_i18n/settings-language";
import { PURPOSE_LIST } from "#lib/contacts/purposes";
import { Card, CardHead } from "#ui/card";
import { Switch } from "#ui/switch";
import type { WidgetControls } from "./use-widget";

/** Which permissions the chat asks for. What is not asked for is never given here. */
export function AsksCard({ controls }: { controls: WidgetControls }) {
  const { widgetSettings: texts } = useSettingsMessages();
  const { permissions } = useMessages();
  const { draft, change } = controls;
  return (
    <Card>
      <CardHead title={texts.asks} text={texts.asksText} />
      <div className="flex flex-wrap gap-x-7 gap-y-2 px-4 pb-4">
        {PURPOSE_LIST.map((purpose) => (
          <Switch
            key={purpose}
            checked={draft.asks.includes(purpose)}
            onChange={(on) =>
              change({ asks: PURPOSE_LIST.filter((one) => (one === purpose ? on : draft.asks.includes(one))) })
            }
          >
            {permissions.names[purpose]}
          </Switch>
        ))}
      </div>
    </Card>
  );
}
