import type { AttachmentView } from "#lib/conversations/view-message";

/** How sending a file ended; `away`: nothing answered, so that it may be tried again by itself. */
export type UploadAnswer =
  | { state: "stored"; file: AttachmentView }
  | { state: "failed"; problem: string | null }
  | { state: "away" };

/** What stands before our server answers so while that is being started. */
const AWAY = new Set([0, 502, 503, 504]);

function answerIn({ status, response }: XMLHttpRequest): UploadAnswer {
  const file: AttachmentView | undefined = response?.attachment;
  if (status >= 200 && status < 300 && file) return { state: "stored", file };
  if (AWAY.has(status)) return { state: "away" };
  const problem: unknown = response?.problem?.message;
  return { state: "failed", problem: typeof problem === "string" && problem !== "" ? problem : null };
}

/** Sends a file, telling how much of it is there (0 to 1); the request is answered, to end it before. */
export function requestUpload(
  address: string,
  source: File,
  { progress, end }: { progress: (sent: number) => void; end: (answer: UploadAnswer) => void },
): XMLHttpRequest {
  const request = new XMLHttpRequest();
  request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
  request.onloadend = () => end(answerIn(request));
  request.open("POST", address);
  request.responseType = "json";
  request.setRequestHeader("content-type", source.type || "application/octet-stream");
  request.setRequestHeader("x-file-name", encodeURIComponent(source.name));
  request.send(source);
  return request;
}
