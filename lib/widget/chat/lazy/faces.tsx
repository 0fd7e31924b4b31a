/** @jsxImportSource ../dom */
import { stickers } from "../../stickers";
import type { AppProps } from "../parts/app";
import { wear } from "./wear";

const emoji =
  "😊 😀 😍 🥰 😅 😂 🙂 😉 😢 😮 🤔 🙏 👍 👎 👏 👋 💪 🤝 ❤️ 💚 💐 🌸 🌷 🌹 🌻 🌿 🌱 🎉 🎂 🎁 ☀️ ⭐ ✅ ❌ ⏰ 📦 🚚 📍 📷 💌".split(
    " ",
  );
const words = {
  en: { emoji: "Emoji", stickers: "Stickers" },
  fr: { emoji: "Emoji", stickers: "Autocollants" },
};

await wear("faces");

/** The faces to choose from: emoji go where her cursor is, a sticker is a message of its own. */
export default function Faces({ actions, boot, textBox }: AppProps) {
  const { locale } = boot;
  return (
    <>
      <fieldset class="grid" aria-label={words[locale].emoji}>
        {emoji.map((face) => (
          <button type="button" key={face} onClick={() => actions.type(textBox.insert(face))}>
            {face}
          </button>
        ))}
      </fieldset>
      <fieldset class="grid wide" aria-label={words[locale].stickers}>
        {Object.entries(stickers).map(([name, labels]) => (
          <button type="button" key={name} onClick={() => actions.say(labels[locale], { sticker: name })}>
            <img src={`/stickers/${name}.svg`} alt={labels[locale]} />
          </button>
        ))}
      </fieldset>
    </>
  );
}
