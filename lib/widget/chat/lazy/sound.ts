const off = "0";
const tones = [784, 1047]; // hertz: two soft notes, made here
const apart = 0.12; // seconds
const lasts = 0.4; // seconds
const loudness = 0.07; // of 1

const keyOf = (slug: string) => `comptoir:${slug}:sound`;

let context: AudioContext | undefined;

/** Whether she wants to hear an answer. Null where this browser keeps no choice: then nothing sounds. */
export function soundIsOn(slug: string): boolean | null {
  try {
    return localStorage.getItem(keyOf(slug)) !== off;
  } catch {
    return null;
  }
}

/** Keeps her choice on this browser, for this shop; turned on, she hears what it is. */
export function chooseSound(slug: string, on: boolean) {
  try {
    localStorage.setItem(keyOf(slug), on ? "1" : off);
  } catch {} // refused: the choice is not offered
  if (!on) return;
  wake();
  void play();
}

/** Browsers let a page sound from a press or a key on: before it there is nothing that could. */
function wake() {
  context ??= new AudioContext();
}

/** Lets the first press or key in the chat open the way for the tone. */
export function listenForPresence(slug: string) {
  const heard = () => void (soundIsOn(slug) && wake());
  for (const type of ["click", "keydown"] as const) addEventListener(type, heard, { capture: true, once: true });
}

/** Sounds when an answer has come that she is not looking at, if she wants that and has used the chat on this page. */
export function ring(slug: string) {
  if (document.hasFocus() || !soundIsOn(slug)) return;
  if (navigator.userActivation?.hasBeenActive) wake();
  void play();
}

async function play() {
  const audio = context;
  if (!audio) return;
  await audio.resume();
  tones.forEach((hertz, place) => {
    const from = audio.currentTime + place * apart;
    const [tone, volume] = [audio.createOscillator(), audio.createGain()];
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(0, from);
    volume.gain.linearRampToValueAtTime(loudness, from + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, from + lasts);
    tone.connect(volume).connect(audio.destination);
    tone.start(from);
    tone.stop(from + lasts);
    if (place === tones.length - 1) tone.onended = () => void audio.suspend(); // an idle context would keep the device awake
  });
}
