import { useSettingsMessages } from "#app/_i18n/settings-language";
import { Card, CardHead } from "#ui/card";
import { Field } from "#ui/field";
import { Segment } from "#ui/segment";
import { Switch } from "#ui/switch";
import { Textarea } from "#ui/textarea";
import type { WidgetControls } from "./use-widget";

const LANGUAGES = ["en", "fr"] as const;
export type TextsLanguage = (typeof LANGUAGES)[number];
const PARTS = ["greeting", "away"] as const;

type Props = {
  controls: WidgetControls;
  /** The language whose texts are shown and changed. */
  locale: TextsLanguage;
  onLocale: (locale: TextsLanguage) => void;
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
            options={LANGUAGES.map((value) => ({ value, label: texts.languages[value] }))}
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
                maxLength={300}
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
