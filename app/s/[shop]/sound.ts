"use client";

import { keptChoice, useKept } from "./kept-choice";

const SOUNDS = ["off", "on"] as const;
type Sound = (typeof SOUNDS)[number];

const kept = keptChoice<Sound>("comptoir:sound", SOUNDS, "off");

/** A short soft note, made here: no file is fetched for it. */
export function ring(): void {
  const audio = new AudioContext();
  const [tone, level] = [audio.createOscillator(), audio.createGain()];
  tone.frequency.value = 880;
  level.gain.setValueAtTime(0.12, audio.currentTime);
  level.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.4);
  tone.connect(level).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + 0.4);
  tone.onended = () => audio.close().catch(() => undefined);
}

/** Whether this browser makes a sound with news, whatever else tells of it. Chosen, it is heard once. */
export function useSound(): [sound: Sound, choose: (sound: Sound) => void] {
  const [sound, keep] = useKept(kept);
  const choose = (next: Sound) => {
    keep(next);
    if (next === "on") ring();
  };
  return [sound, choose];
}
