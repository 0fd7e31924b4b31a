"use client";

import { useEffect, useRef, useState } from "react";

type Recording = {
  state: "off" | "on" | "denied";
  /** Seconds recorded. */
  seconds: number;
  start: () => Promise<void>;
  /** Ends the recording; answers it, or null when `keep` is false or nothing was heard. */
  stop: (keep: boolean) => Promise<Blob | null>;
};

/** Whether this browser can record at all. */
export function canRecord(): boolean {
  return typeof MediaRecorder === "function" && Boolean(navigator.mediaDevices?.getUserMedia);
}

function release(recorder: MediaRecorder | null) {
  for (const track of recorder?.stream.getTracks() ?? []) track.stop();
}

/** A voice message being recorded. The microphone is let go of when it ends, and when the page leaves. */
export function useRecording(): Recording {
  const [state, setState] = useState<Recording["state"]>("off");
  const [seconds, setSeconds] = useState(0);
  const recorder = useRef<MediaRecorder | null>(null);
  const chunks = useRef<Blob[]>([]);

  useEffect(() => () => release(recorder.current), []);
  useEffect(() => {
    if (state !== "on") return;
    const timer = setInterval(() => setSeconds((before) => before + 1), 1_000);
    return () => clearInterval(timer);
  }, [state]);

  async function start() {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => null);
    if (!stream) {
      setState("denied");
      return;
    }
    chunks.current = [];
    setSeconds(0);
    recorder.current = new MediaRecorder(stream);
    recorder.current.ondataavailable = ({ data }) => chunks.current.push(data);
    recorder.current.start();
    setState("on");
  }

  async function stop(keep: boolean) {
    const running = recorder.current;
    if (!running || running.state === "inactive") return null;
    const ended = new Promise((done) => running.addEventListener("stop", done, { once: true }));
    running.stop();
    await ended;
    release(running);
    setState("off");
    const type = running.mimeType.split(";")[0] || "audio/webm";
    const voice = new Blob(chunks.current, { type });
    return keep && voice.size > 0 ? voice : null;
  }

  return { state, seconds, start, stop };
}
