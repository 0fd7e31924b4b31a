import { useDeferredValue, useEffect, useState } from "react";
import { useSettingsMessages } from "#app/_i18n/settings-language";
import type { WidgetDraft } from "#lib/connect/widget/input";
import type { SampleState } from "#lib/connect/widget/sample-visit";
import type { Locale } from "#lib/i18n/locales";
import { Segment } from "#ui/segment";
import { useShop } from "../../../_parts/live-shop";

const STATES = ["first", "permission", "chat", "closed"] as const satisfies readonly SampleState[];
const SETTLED_MS = 400;

/** The last value that stood for a moment: the preview is not loaded anew at every key. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** The chat itself, in a state of its life and one language, with the settings as they stand here. */
export function Preview({ draft, locale }: { draft: WidgetDraft; locale: Locale }) {
  const { widgetSettings: texts } = useSettingsMessages();
  const { slug } = useShop();
  const [state, setState] = useState<SampleState>("first");
  const shown = useDeferredValue(useSettled(draft));
  const silent = { greeting: "", away: "" };
  const words = { en: silent, fr: silent, [locale]: shown.texts[locale] };
  const query = new URLSearchParams({
    ...{ state, locale },
    draft: JSON.stringify({ ...shown, texts: words, domains: [], closedDays: [] }),
  });
  return (
    <section aria-label={texts.preview} className="sticky top-0 grid min-w-0 justify-items-center gap-3">
      <Segment
        label={texts.previewOf}
        value={state}
        onChange={setState}
        options={STATES.map((value) => ({ value, label: texts.states[value] }))}
      />
      <iframe
        key={state}
        title={texts.preview}
        src={`/widget/${slug}/preview?${query}`}
        tabIndex={-1}
        className="h-[40rem] max-h-[80dvh] w-94 max-w-full rounded-xl border border-line shadow-lg"
      />
    </section>
  );
}
