import { type Outcome, problemOf, readMessage, unreachable } from "../api";
import type { Draft } from "../timeline";
import type { VisitorMessageView } from "../views";

const stallsAfter = 60_000; // milliseconds without a byte

/** Sends one file as a message of its own and tells the share of it that left. Nothing throws; a stop answers like no connection. */
export function sendFile(
  slug: string,
  { clientKey, file }: Draft,
  onSent: (share: number) => void,
): Promise<Outcome<VisitorMessageView>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest(); // fetch tells nothing of a body on its way
    let stalled: ReturnType<typeof setTimeout>;
    const watch = () => {
      clearTimeout(stalled);
      stalled = setTimeout(() => request.abort(), stallsAfter);
    };
    request.upload.onprogress = ({ loaded, total }) => {
      watch();
      onSent(total ? loaded / total : 0);
    };
    request.onloadend = () => {
      clearTimeout(stalled);
      const { status, response } = request;
      const message = readMessage(response);
      if (status >= 200 && status < 300) resolve(message ? { ok: true, value: message } : unreachable);
      else resolve(status ? problemOf(status, response, request.getResponseHeader("retry-after")) : unreachable);
    };
    file?.stop.signal.addEventListener("abort", () => request.abort());
    request.open("POST", `/api/widget/${slug}/files`);
    request.responseType = "json";
    request.setRequestHeader("x-client-key", clientKey);
    request.setRequestHeader("x-file-name", encodeURIComponent(file?.source.name ?? ""));
    watch();
    request.send(file?.source);
  });
}
