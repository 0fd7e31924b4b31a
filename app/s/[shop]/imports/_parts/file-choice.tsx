"use client";

import { FileUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { type DragEvent, useRef, useState } from "react";
import type { ImportView } from "#lib/imports/view-import";
import { Banner } from "#ui/banner";
import { Button } from "#ui/button";
import { Card } from "#ui/card";

import { ProgressBar } from "#ui/progress-bar";
import { useImportMessages } from "../../../../_i18n/import-language";
import { classNames } from "../../../../_ui/class-names";
import { useCsvUpload } from "../use-csv-upload";

type Props = { slug: string; kind: ImportView["kind"] /** The page of an import, but for its id. */; base: string };

/** Where a CSV file is chosen or dropped; once it is here, its own page follows. */
export function FileChoice({ slug, kind, base }: Props) {
  const { importing } = useImportMessages();
  const router = useRouter();
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const { sent, problem, upload } = useCsvUpload(slug, kind, ({ id }) => router.push(`${base}/${id}`));
  const hold = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) upload(file);
  };
  return (
    <Card className="grid gap-3 p-4">
      <fieldset
        aria-label={importing.chooseTitle}
        onDragOver={hold}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={classNames(
          "grid min-w-0 justify-items-center gap-2 rounded-lg border border-dashed px-4 py-10 text-center",
          over ? "border-brand bg-selected" : "border-control",
        )}
      >
        <FileUp aria-hidden="true" size={24} className="text-ink-3" />
        <h2 className="type-title text-balance">{importing.chooseTitle}</h2>
        <p className="max-w-120 text-pretty text-body text-ink-2">{importing.chooseText}</p>
        <input
          ref={chooser}
          type="file"
          hidden
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          aria-label={importing.choose}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) upload(file);
            event.target.value = "";
          }}
        />
        <Button variant="primary" busy={sent !== null} onClick={() => chooser.current?.click()}>
          {importing.choose}
        </Button>
        <p className="max-w-120 text-pretty text-caption text-ink-3">{importing.reads}</p>
      </fieldset>
      {sent === null ? null : (
        <div className="grid gap-1">
          <ProgressBar label={importing.progress} share={sent} text={importing.uploading(Math.round(sent * 100))} />
          <p className="text-caption text-ink-2 tabular-nums">{importing.uploading(Math.round(sent * 100))}</p>
        </div>
      )}
      {problem ? (
        <Banner tone="danger" role="alert">
          {problem}
        </Banner>
      ) : null}
      <p className="text-pretty text-caption text-ink-2">
        {importing.of[kind].note} {importing.forgets}
      </p>
    </Card>
  );
}
