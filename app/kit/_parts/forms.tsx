"use client";

import { Search } from "lucide-react";
import { useState } from "react";
import { useMessages } from "#app/_i18n/language";
import type { KitTexts } from "#lib/i18n/kit";
import { Checkbox } from "#ui/checkbox";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Radio } from "#ui/radio";
import { Segment } from "#ui/segment";
import { Select } from "#ui/select";
import { Switch } from "#ui/switch";
import { Textarea } from "#ui/textarea";

function Choices({ texts }: { texts: KitTexts }) {
  const [away, setAway] = useState(true);
  const [who, setWho] = useState<"all" | "mine">("all");
  return (
    <div className="grid gap-3 text-label">
      <div className="flex flex-wrap items-center gap-4">
        <Checkbox>{texts.off}</Checkbox>
        <Checkbox defaultChecked>{texts.ticked}</Checkbox>
        <Checkbox mixed>{texts.some}</Checkbox>
        <Checkbox disabled>{texts.offDisabled}</Checkbox>
      </div>
      <fieldset className="flex flex-wrap items-center gap-4">
        <legend className="sr-only">{texts.pickOne}</legend>
        <Radio name="shown" defaultChecked>
          {texts.pickAll}
        </Radio>
        <Radio name="shown">{texts.pickMine}</Radio>
      </fieldset>
      <Switch checked={away} onChange={setAway}>
        {texts.autoReply}
      </Switch>
      <Segment
        label={texts.pickOne}
        value={who}
        onChange={setWho}
        options={[
          { value: "all", label: texts.pickAll },
          { value: "mine", label: texts.pickMine },
        ]}
      />
    </div>
  );
}

export function Forms({ texts }: { texts: KitTexts }) {
  const { common, shop } = useMessages();
  return (
    <div className="grid gap-5 lg:grid-cols-3">
      <div className="grid content-start gap-4">
        <Field label={texts.name} hint={texts.nameHint}>
          {(control) => <Input {...control} defaultValue="Maison Pivoine" />}
        </Field>
        <Field label={texts.address} error={texts.addressError}>
          {(control) => <Input {...control} defaultValue="maison-pivoine" base="comptoir.example/s/" />}
        </Field>
      </div>
      <div className="grid content-start gap-4">
        <Field label={texts.messageLabel}>
          {(control) => <Textarea {...control} defaultValue={texts.messageValue} />}
        </Field>
        <Input aria-label={common.search} placeholder={common.search} size="sm" lead={<Search size={14} />} />
        <Field label={texts.roleLabel}>
          {(control) => (
            <Select {...control} defaultValue="agent">
              <option value="agent">{shop.roles.agent}</option>
              <option value="owner">{shop.roles.owner}</option>
            </Select>
          )}
        </Field>
      </div>
      <Choices texts={texts} />
    </div>
  );
}
