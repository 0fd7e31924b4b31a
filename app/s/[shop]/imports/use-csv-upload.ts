"use client";

import { useRef, useState } from "react";
import { CSV_MAX } from "#lib/core/csv/limits";
import { problemSentence } from "#lib/i18n/problem";
import type { ImportView } from "#lib/imports/view-import";
import { useFormat, useMessages } from "../../../_i18n/language";

function sentenceIn(request: XMLHttpRequest): string {
  const sentence: unknown = request.response?.problem?.message;
  return typeof sentence === "string" ? sentence : "";
}

/** Uploads one CSV file with progress; why it was refused stays until another is chosen. */
export function useCsvUpload(slug: string, kind: ImportView["kind"], done: (view: ImportView) => void) {
  const messages = useMessages();
  const format = useFormat();
  const [sent, setSent] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const running = useRef<XMLHttpRequest>(null);

  function upload(file: File): void {
    if (running.current) return;
    const tooLarge = { max: CSV_MAX.bytes / 1024 / 1024 };
    if (file.size > CSV_MAX.bytes) {
      setProblem(problemSentence(messages, format, "csv_too_large", tooLarge));
      return;
    }
    const request = new XMLHttpRequest();
    running.current = request;
    setProblem(null);
    setSent(0);
    request.upload.onprogress = ({ loaded, total }) => setSent(total > 0 ? loaded / total : 0);
    request.onloadend = () => {
      running.current = null;
      if (request.status === 200) done(request.response);
      else {
        setSent(null);
        setProblem(sentenceIn(request) || messages.common.noConnection);
      }
    };
    request.open("POST", `/api/v1/shops/${slug}/imports?kind=${kind}`);
    request.responseType = "json";
    request.setRequestHeader("content-type", "text/csv");
    request.setRequestHeader("x-file-name", encodeURIComponent(file.name));
    request.send(file);
  }

  return { sent, problem, upload };
}
