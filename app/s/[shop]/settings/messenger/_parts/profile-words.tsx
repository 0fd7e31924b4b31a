"use client";

import { useId } from "react";
import { useSettingsMessages } from "#app/_i18n/settings-language";
import {
  FIRST_NAME,
  GREETING_MAX,
  MOST_ITEMS,
  MOST_QUESTIONS,
  QUESTION_MAX,
  TITLE_MAX,
} from "#lib/channels/messenger/profile/limits";
import type { MenuItem, ProfileLocale, ProfileWords as Words } from "#lib/channels/messenger/profile/profile";
import { Button } from "#ui/button";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Select } from "#ui/select";
import { Textarea } from "#ui/textarea";
import { OrderedItems } from "../../_parts/ordered-items";

type Props = {
  locale: ProfileLocale;
  words: Words;
  /** What is wrong, by the field's path in the language: `greeting`, `menu.0.url`. */
  problemOf: (path: string) => string | undefined;
  onChange: (words: Partial<Words>) => void;
};

type LineProps = {
  label: string;
  value: string;
  most: number;
  problem: string | undefined;
  type?: "text" | "url";
  onChange: (value: string) => void;
};

/** One line whose name is heard and not seen, with what is wrong under it. */
function Line({ label, value, most, problem, type = "text", onChange }: LineProps) {
  const id = useId();
  return (
    <div className="grid gap-1">
      <Input
        size="sm"
        type={type}
        aria-label={label}
        {...(problem ? { "aria-invalid": true, "aria-describedby": id } : {})}
        {...(type === "url" ? { placeholder: "https://", spellCheck: false } : {})}
        maxLength={most}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {problem ? (
        <p id={id} className="text-caption text-danger-ink">
          {problem}
        </p>
      ) : null}
    </div>
  );
}

function Item({
  item,
  place,
  problemOf,
  onChange,
}: {
  item: MenuItem;
  place: number;
  problemOf: Props["problemOf"];
  onChange: (item: MenuItem) => void;
}) {
  const { messengerProfile: texts } = useSettingsMessages();
  const { title } = item;
  const turn = (kind: string) =>
    onChange(kind === "web_url" ? { kind: "web_url", title, url: "" } : { kind: "postback", title });
  return (
    <>
      <div className="flex flex-wrap items-start gap-2">
        <div className="min-w-0 flex-1 basis-40">
          <Line
            label={texts.item(place + 1)}
            value={title}
            most={TITLE_MAX}
            problem={problemOf(`menu.${place}.title`)}
            onChange={(changed) => onChange({ ...item, title: changed })}
          />
        </div>
        <Select
          look="button"
          aria-label={texts.itemKind(place + 1)}
          value={item.kind}
          onChange={(event) => turn(event.target.value)}
        >
          <option value="postback">{texts.kinds.postback}</option>
          <option value="web_url">{texts.kinds.web_url}</option>
        </Select>
      </div>
      {item.kind === "web_url" ? (
        <Line
          type="url"
          label={texts.itemAddress(place + 1)}
          value={item.url}
          most={2_000}
          problem={problemOf(`menu.${place}.url`)}
          onChange={(url) => onChange({ ...item, url })}
        />
      ) : null}
    </>
  );
}

/** What a Page says in one language: greeting, questions and menu. */
export function ProfileWords({ locale, words, problemOf, onChange }: Props) {
  const { messengerProfile: texts } = useSettingsMessages();
  const left = GREETING_MAX - words.greeting.length;
  return (
    <div lang={locale} className="grid gap-5">
      <div className="grid gap-2">
        <Field
          label={texts.greeting}
          hint={`${texts.greetingHint} ${left < 0 ? texts.tooLong(-left) : texts.left(left)}`}
          error={problemOf("greeting")}
        >
          {(control) => (
            <Textarea
              {...control}
              value={words.greeting}
              onChange={(event) => onChange({ greeting: event.target.value })}
            />
          )}
        </Field>
        <Button
          size="sm"
          className="w-fit"
          onClick={() => onChange({ greeting: `${words.greeting.trimEnd()} ${FIRST_NAME}`.trimStart() })}
        >
          {texts.addName}
        </Button>
      </div>
      <OrderedItems
        title={texts.questions}
        hint={texts.questionsHint}
        add={texts.addQuestion}
        items={words.iceBreakers}
        most={MOST_QUESTIONS}
        nameOf={texts.question}
        empty=""
        onChange={(iceBreakers) => onChange({ iceBreakers })}
      >
        {(question, place, change) => (
          <Line
            label={texts.question(place + 1)}
            value={question}
            most={QUESTION_MAX}
            problem={problemOf(`iceBreakers.${place}`)}
            onChange={change}
          />
        )}
      </OrderedItems>
      <OrderedItems<MenuItem>
        title={texts.menu}
        hint={texts.menuHint}
        add={texts.addItem}
        items={words.menu}
        most={MOST_ITEMS}
        problem={problemOf("menu")}
        nameOf={texts.item}
        empty={{ kind: "postback", title: "" }}
        onChange={(menu) => onChange({ menu })}
      >
        {(item, place, change) => <Item item={item} place={place} problemOf={problemOf} onChange={change} />}
      </OrderedItems>
    </div>
  );
}
