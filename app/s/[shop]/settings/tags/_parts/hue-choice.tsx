"use client";

import { useSettingsMessages } from "#app/_i18n/settings-language";
import { TAG_HUES, type TagHue } from "#lib/conversations/tags/hues";
import { Radio } from "#ui/radio";
import { TagDot } from "#ui/tag-dot";

type Props = { value: TagHue; onChange: (hue: TagHue) => void };

/** Which colour a tag has, each with its name. */
export function HueChoice({ value, onChange }: Props) {
  const { tagSettings: texts } = useSettingsMessages();
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 font-label text-label">{texts.hue}</legend>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(7.5rem,1fr))] gap-x-3 gap-y-2">
        {TAG_HUES.map((hue) => (
          <Radio
            key={hue}
            name="hue"
            className="items-center max-md:min-h-11"
            checked={hue === value}
            onChange={() => onChange(hue)}
          >
            <span className="flex items-center gap-2">
              <TagDot hue={hue} />
              {texts.hues[hue]}
            </span>
          </Radio>
        ))}
      </div>
    </fieldset>
  );
}
