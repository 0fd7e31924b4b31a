"use client";

import { Check, X } from "lucide-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { notify } from "#ui/toast";
import { useMessages } from "../../../../_i18n/language";
import { playTime } from "../../../../_shared/file-size";

/** What browsers record, the form that most players know first. */
const FORMS = [
  { type: "audio/mp4", ending: "m4a" },
  { type: "audio/webm", ending: "webm" },
  { type: "audio/ogg", ending: "ogg" },
];

const BUTTON = "grid size-8 shrink-0 place-items-center rounded-md hover:bg-surface/60 max-md:size-11";

type Props = { onDone: (file: File | null) => void };

/** Records a voice message as soon as it appears; "use" hands it on, "cancel" and leaving drop it. */
export default function Recorder({ onDone }: Props) {
  const { common, inboxMessenger } = useMessages();
  const recorder = useRef<MediaRecorder>(null);
  const wanted = useRef(false);
  const [seconds, setSeconds] = useState(0);

  const refuse = useEffectEvent(() => {
    notify(inboxMessenger.noMicrophone, { outcome: "failed" });
    onDone(null);
  });
  const finish = useEffectEvent((file: File) => onDone(wanted.current ? file : null));
  const listen = useEffectEvent((stream: MediaStream) => {
    const form = FORMS.find(({ type }) => MediaRecorder.isTypeSupported(type)) ?? FORMS[0];
    const type = form?.type ?? "";
    const own = new MediaRecorder(stream, type ? { mimeType: type } : {});
    const parts: Blob[] = [];
    own.ondataavailable = ({ data }) => parts.push(data);
    own.onstop = () => {
      for (const track of stream.getTracks()) track.stop();
      finish(new File(parts, `${inboxMessenger.parts.audio}.${form?.ending}`, { type }));
    };
    own.start();
    recorder.current = own;
  });

  useEffect(() => {
    let left = false;
    const started = Date.now();
    const clock = setInterval(() => setSeconds((Date.now() - started) / 1000), 500);
    const opened = navigator.mediaDevices?.getUserMedia({ audio: true }) ?? Promise.reject(new Error("no microphone"));
    opened
      .then((stream) => {
        if (!left) return listen(stream);
        for (const track of stream.getTracks()) track.stop();
      })
      .catch(() => refuse());
    return () => {
      left = true;
      clearInterval(clock);
      if (recorder.current?.state === "recording") recorder.current.stop();
    };
  }, []);

  function stop(use: boolean) {
    wanted.current = use;
    if (recorder.current?.state === "recording") recorder.current.stop();
    else onDone(null);
  }

  return (
    <span className="flex min-w-0 items-center gap-1 rounded-md bg-danger-soft pl-2.5 text-caption text-danger-ink forced-colors:border">
      <span role="timer" className="truncate tabular-nums">
        {inboxMessenger.recording(playTime(seconds))}
      </span>
      <button
        type="button"
        aria-label={inboxMessenger.stop}
        title={inboxMessenger.stop}
        onClick={() => stop(true)}
        className={BUTTON}
      >
        <Check aria-hidden="true" size={16} />
      </button>
      <button
        type="button"
        aria-label={common.cancel}
        title={common.cancel}
        onClick={() => stop(false)}
        className={BUTTON}
      >
        <X aria-hidden="true" size={16} />
      </button>
    </span>
  );
}
