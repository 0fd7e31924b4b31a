import { Check, Circle, X } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useFormat } from "#app/_i18n/language";
import { useSettingsMessages } from "#app/_i18n/settings-language";
import { hostOf } from "#lib/shops/host";
import { Button } from "#ui/button";
import { Card, CardHead } from "#ui/card";
import { Field } from "#ui/field";
import { IconButton } from "#ui/icon-button";
import { Input } from "#ui/input";
import { useShop } from "../../../_parts/live-shop";
import { CopyLine } from "./copy-line";
import type { WidgetControls } from "./use-widget";

/** Where the chat may be shown, the line that puts it there, and whether it was seen. */
export function InstallCard({ controls, home }: { controls: WidgetControls; home: string }) {
  const { widgetSettings: texts } = useSettingsMessages();
  const format = useFormat();
  const { slug } = useShop();
  const { draft, saved, change, problemOf } = controls;
  const { domains, colour, side } = draft;
  const [domain, setDomain] = useState("");
  const problem = domains.map((_, at) => problemOf(`domains.${at}`)).find(Boolean);
  const snippet = `<script async src="${home}/v1.js" data-shop="${slug}" data-colour="${colour}"${side === "left" ? ' data-side="left"' : ""}></script>`;
  const add = (event: FormEvent) => {
    event.preventDefault();
    const host = hostOf(domain);
    if (host && !domains.includes(host)) change({ domains: [...domains, host] });
    setDomain("");
  };
  return (
    <Card>
      <CardHead title={texts.install} />
      <div className="grid gap-4 px-4 pb-4">
        <div className="grid gap-1.5">
          <p className="font-label text-label">{texts.allowedOn}</p>
          {domains.length === 0 ? <p className="text-caption text-ink-3">{texts.noDomain}</p> : null}
          <ul className="flex flex-wrap gap-2">
            {domains.map((one) => (
              <li key={one} className="inline-flex items-center gap-1 rounded-sm bg-active pl-2.5 text-label">
                <bdi className="[overflow-wrap:anywhere]">{one}</bdi>
                <IconButton
                  size="sm"
                  icon={<X aria-hidden="true" size={14} />}
                  label={texts.removeDomain(one)}
                  onClick={() => change({ domains: domains.filter((kept) => kept !== one) })}
                />
              </li>
            ))}
          </ul>
          <form onSubmit={add} className="flex max-w-100 flex-wrap items-end gap-2">
            <Field label={texts.domain} error={problem} className="grow basis-48">
              {(control) => (
                <Input
                  {...control}
                  inputMode="url"
                  placeholder="shop.example"
                  value={domain}
                  onChange={(event) => setDomain(event.target.value)}
                />
              )}
            </Field>
            <Button type="submit">{texts.addDomain}</Button>
          </form>
        </div>
        <div className="grid gap-1.5">
          <CopyLine label={texts.snippet} code={snippet} />
          <p className="flex items-center gap-1.5 text-label">
            {saved.seen ? (
              <Check aria-hidden="true" size={16} className="shrink-0 text-success-ink" />
            ) : (
              <Circle aria-hidden="true" size={16} className="shrink-0 text-ink-3" />
            )}
            {saved.seen ? texts.seen(format.dayAndTimeInline(saved.seen.at), saved.seen.on) : texts.unseen}
          </p>
        </div>
      </div>
    </Card>
  );
}
