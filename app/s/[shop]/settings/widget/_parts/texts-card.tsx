import { useSettingsMessages } from "#app/_i18n/settings-language";
import { TEXT_MAX } from "#lib/connect/widget/text-max";
import { LOCALE_NAMES, LOCALES, type Locale } from "#lib/i18n/locales";
import { Card, CardHead } from "#ui/card";
import { Field } from "#ui/field";
import { Segment } from "#ui/segment";
import { Switch } from "#ui/switch";
import { Textarea } from "#ui/textarea";
import type { WidgetControls } from "./use-widget";

const PARTS = ["greeting", "away"] as const;

type Props = {
  controls: WidgetControls;
  /** The language whose texts are shown and changed. */
  locale: Locale;
  onLocale: (locale: Locale) => void;
};

/** What the chat says by itself, in each language, and whether it says how long an answer takes. */
export function TextsCard({ controls, locale, onLocale }: Props) {
  const { widgetSettings: texts } = useSettingsMessages();
  const { draft, saved, change, problemOf } = controls;
  const words = draft.texts[locale];
  const { replyMinutes: minutes } = saved;
  const time = minutes === null ? null : minutes < 60 ? texts.minutes(minutes) : texts.hours(minutes / 60);
  return (
    <Card>
      <CardHead
        title={texts.texts}
        actions={
          <Segment
            label={texts.language}
            size="sm"
            value={locale}
            onChange={onLocale}
            options={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
          />
        }
      />
      <div className="grid gap-4 px-4 pb-4">
        {PARTS.map((part) => (
          <Field
            key={part}
            label={texts[part]}
            hint={part === "greeting" ? texts.greetingHint : texts.awayHint}
            error={problemOf(`texts.${locale}.${part}`)}
          >
            {(control) => (
              <Textarea
                {...control}
                lang={locale}
                dir="auto"
                rows={2}
                maxLength={TEXT_MAX}
                value={words[part]}
                onChange={(event) =>
                  change({ texts: { ...draft.texts, [locale]: { ...words, [part]: event.target.value } } })
                }
              />
            )}
          </Field>
        ))}
        <div className="grid gap-1">
          <Switch checked={draft.showsReplyTime} onChange={(showsReplyTime) => change({ showsReplyTime })}>
            {texts.replyTime}
          </Switch>
          <p className="text-caption text-ink-3">{time ? texts.measured(time) : texts.unmeasured}</p>
        </div>
      </div>
    </Card>
  );
}
