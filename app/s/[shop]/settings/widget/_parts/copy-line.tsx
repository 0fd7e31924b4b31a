import { Copy } from "lucide-react";
import { useSettingsMessages } from "#app/_i18n/settings-language";
import { Button } from "#ui/button";
import { useCopy } from "../../../inbox/use-copy";

/** Something to paste into the shop's pages, and the way to copy it. */
export function CopyLine({ label, code, tall = false }: { label: string; code: string; tall?: boolean }) {
  const { widgetSettings: texts } = useSettingsMessages();
  const copy = useCopy();
  return (
    <div className="grid min-w-0 gap-1.5">
      <p className="text-caption text-ink-3">{label}</p>
      <div className="flex flex-wrap items-start gap-2 rounded-md bg-sunken p-3">
        <code
          tabIndex={tall ? 0 : undefined}
          className={`min-w-0 grow basis-60 text-caption [overflow-wrap:anywhere] ${tall ? "max-h-40 overflow-y-auto whitespace-pre-wrap" : ""}`}
        >
          {code}
        </code>
        <Button size="sm" icon={<Copy aria-hidden="true" size={14} />} onClick={() => copy(code)}>
          {texts.copy}
        </Button>
      </div>
    </div>
  );
}
