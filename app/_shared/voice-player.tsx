"use client";

import { Pause, Play } from "lucide-react";
import { createElement, type SyntheticEvent, useRef, useState } from "react";
import { useMessages } from "../_i18n/language";
import { playTime } from "./file-size";

/** A voice message: play, pause, where it stands and how long it is. */
export function VoicePlayer({ url, label }: { url: string; label: string }) {
  const { inboxMessenger } = useMessages();
  const sound = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const [at, setAt] = useState(0);
  const [length, setLength] = useState(0);
  const known = Number.isFinite(length) && length > 0;
  const toggle = () => (playing ? sound.current?.pause() : sound.current?.play().catch(() => setPlaying(false)));
  const goTo = (seconds: number) => {
    if (sound.current) sound.current.currentTime = seconds;
    setAt(seconds);
  };
  const Icon = playing ? Pause : Play;
  return (
    <fieldset className="flex w-64 max-w-full items-center gap-2">
      <legend className="sr-only">{label}</legend>
      {createElement("audio", {
        ref: sound,
        src: url,
        preload: "metadata",
        onPlay: () => setPlaying(true),
        onPause: () => setPlaying(false),
        onEnded: () => setAt(0),
        onTimeUpdate: (event: SyntheticEvent<HTMLAudioElement>) => setAt(event.currentTarget.currentTime),
        onDurationChange: (event: SyntheticEvent<HTMLAudioElement>) => setLength(event.currentTarget.duration),
      })}
      <button
        type="button"
        aria-label={playing ? inboxMessenger.pause : inboxMessenger.play}
        onClick={toggle}
        className="grid size-8 shrink-0 place-items-center rounded-full bg-brand text-on-brand hover:bg-brand-hover max-md:size-11"
      >
        <Icon aria-hidden="true" size={16} />
      </button>
      <input
        type="range"
        min={0}
        max={known ? length : 1}
        step={0.1}
        value={known ? Math.min(at, length) : 0}
        disabled={!known}
        aria-label={inboxMessenger.position}
        aria-valuetext={playTime(at)}
        onChange={(event) => goTo(Number(event.target.value))}
        className="h-8 min-w-0 grow accent-brand max-md:h-11"
      />
      <span className="shrink-0 text-caption text-ink-2 tabular-nums">{playTime(at > 0 || !known ? at : length)}</span>
    </fieldset>
  );
}
