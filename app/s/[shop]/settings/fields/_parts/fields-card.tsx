"use client";

import { Plus, Rows3 } from "lucide-react";
import { useState } from "react";
import { useMessages } from "#app/_i18n/language";
import { useSettingsMessages } from "#app/_i18n/settings-language";
import type { FieldView } from "#lib/contacts/fields/list-fields";
import { Button } from "#ui/button";
import { Card, CardHead } from "#ui/card";
import { EmptyState } from "#ui/empty-state";
import { notify } from "#ui/toast";
import { useRun } from "../../../../../_shared/use-run";
import { useShop } from "../../../_parts/live-shop";
import { archiveFieldAction, restoreFieldAction } from "../actions";
import { FieldDialog } from "./field-dialog";
import { FieldLine } from "./field-line";
import { useFieldOrder } from "./use-field-order";

/** What the shop wants to know of its contacts, and the way to define, order and put it away. */
export function FieldsCard({ fields }: { fields: readonly FieldView[] }) {
  const { fieldSettings: texts } = useSettingsMessages();
  const { common } = useMessages();
  const { slug, refresh } = useShop();
  const { run } = useRun();
  const [edited, setEdited] = useState<FieldView | "new" | null>(null);
  const used = useFieldOrder(fields.filter(({ archived }) => !archived));
  const archived = fields.filter((field) => field.archived);

  function putAway({ id: fieldId, name }: FieldView, away: boolean) {
    const act = (on: boolean) => (on ? archiveFieldAction : restoreFieldAction)(slug, { fieldId });
    const undo = () => void run(() => act(!away), refresh).catch(reportError);
    run(
      () => act(away),
      () => {
        notify((away ? texts.archived : texts.restored)(name), { undo: { label: common.undo, run: undo } });
        document.getElementById("new-field")?.focus({ preventScroll: true });
        refresh();
      },
    ).catch(reportError);
  }
  return (
    <Card className="overflow-hidden">
      <CardHead
        title={texts.title}
        text={texts.lead}
        actions={
          <Button
            id="new-field"
            variant="primary"
            icon={<Plus aria-hidden="true" size={16} />}
            onClick={() => setEdited("new")}
          >
            {texts.create}
          </Button>
        }
      />
      {fields.length === 0 ? (
        <EmptyState icon={<Rows3 aria-hidden="true" size={22} />} title={texts.none} text={texts.noneText} />
      ) : null}
      <ol className="divide-y divide-line border-line border-t empty:hidden">
        {used.fields.map((field, place) => (
          <FieldLine
            key={field.id}
            field={field}
            place={place}
            last={used.fields.length - 1}
            onMove={(by) => used.move(place, by)}
            onEdit={() => setEdited(field)}
            onArchive={() => putAway(field, true)}
          />
        ))}
      </ol>
      <p role="status" className="sr-only">
        {used.said}
      </p>
      {archived.length > 0 ? (
        <section aria-labelledby="archived-fields" className="border-line border-t">
          <CardHead id="archived-fields" title={texts.archivedTitle} text={texts.archivedText} />
          <ul className="divide-y divide-line border-line border-t">
            {archived.map((field) => (
              <li key={field.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
                <bdi className="min-w-0 grow basis-40 truncate text-ink-2 text-label">{field.name}</bdi>
                <Button size="sm" aria-label={texts.restoreNamed(field.name)} onClick={() => putAway(field, false)}>
                  {texts.restore}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {edited ? <FieldDialog field={edited === "new" ? null : edited} onClose={() => setEdited(null)} /> : null}
    </Card>
  );
}
