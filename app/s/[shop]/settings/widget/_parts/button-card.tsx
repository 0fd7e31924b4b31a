import { useState } from "react";
import { useSettingsMessages } from "#app/_i18n/settings-language";
import { type ButtonChoice, buttonSnippet } from "#lib/connect/widget/button-snippet";
import { BUTTON_LOOKS, buttonStyles } from "#lib/connect/widget/button-styles";
import type { Locale } from "#lib/i18n/locales";
import { Card, CardHead } from "#ui/card";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Segment } from "#ui/segment";
import { Switch } from "#ui/switch";
import { useShop } from "../../../_parts/live-shop";
import { ButtonPreview } from "./button-preview";
import { CopyLine } from "./copy-line";

type Props = {
  /** The colour as it stands in the draft. */
  colour: string;
  locale: Locale;
  /** Our own address. */
  home: string;
  /** The first name of whoever sets it up. */
  member: string;
};

type Written = Partial<Record<Locale, Pick<ButtonChoice, "text" | "below">>>;

/** A button for the shop's own pages, put together here and copied from here; nothing of it is kept. */
export function ButtonCard({ colour, locale, home, member }: Props) {
  const { widgetSettings: texts } = useSettingsMessages();
  const { slug } = useShop();
  const [choice, setChoice] = useState({ look: "solid" as ButtonChoice["look"], small: false, product: "" });
  const [names, setNames] = useState(member);
  const [written, setWritten] = useState<Written>({});
  const words = written[locale] ?? { text: texts.buttonDefault[locale], below: texts.belowDefault[locale] };
  const write = (next: Partial<typeof words>) => setWritten({ ...written, [locale]: { ...words, ...next } });
  const people = choice.look === "team";
  const all: ButtonChoice = {
    ...choice,
    ...words,
    product: choice.product.trim(),
    names: names.split(",").flatMap((name) => name.trim() || []),
  };
  return (
    <Card>
      <CardHead title={texts.button} />
      <div className="grid min-w-0 gap-4 px-4 pb-4">
        <p className="text-ink-2 text-label">{texts.buttonText}</p>
        <div className="flex flex-wrap items-center gap-3">
          <Segment
            label={texts.buttonLook}
            value={choice.look}
            onChange={(look) => setChoice({ ...choice, look })}
            options={BUTTON_LOOKS.map((value) => ({ value, label: texts.looks[value] }))}
          />
          {people ? null : (
            <Switch checked={choice.small} onChange={(small) => setChoice({ ...choice, small })}>
              {texts.small}
            </Switch>
          )}
        </div>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={texts.buttonWords}>
            {(control) => (
              <Input
                {...control}
                lang={locale}
                value={words.text}
                onChange={({ target }) => write({ text: target.value })}
              />
            )}
          </Field>
          {people ? (
            <>
              <Field label={texts.below}>
                {(control) => (
                  <Input
                    {...control}
                    lang={locale}
                    value={words.below}
                    onChange={({ target }) => write({ below: target.value })}
                  />
                )}
              </Field>
              <Field label={texts.names} hint={texts.namesHint}>
                {(control) => <Input {...control} value={names} onChange={({ target }) => setNames(target.value)} />}
              </Field>
            </>
          ) : null}
          <Field label={texts.product} hint={texts.productHint}>
            {(control) => (
              <Input
                {...control}
                value={choice.product}
                onChange={({ target }) => setChoice({ ...choice, product: target.value })}
              />
            )}
          </Field>
        </div>
        <div className="grid gap-3 2xl:grid-cols-2">
          <ButtonPreview label={texts.onLight} choice={all} colour={colour} />
          <ButtonPreview label={texts.onDark} choice={all} colour={colour} dark />
        </div>
        <CopyLine label={texts.buttonLine} code={buttonSnippet(all, `${home}/widget/${slug}?locale=${locale}`)} />
        <CopyLine label={texts.buttonStyle} code={buttonStyles(colour)} tall />
      </div>
    </Card>
  );
}
