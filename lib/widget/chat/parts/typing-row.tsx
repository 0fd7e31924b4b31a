/** @jsxImportSource ../dom */
import type { Catalogue } from "../words/en";
import { Avatar } from "./avatar";

/** "Léa is typing": the dots move, the words say it when they may not. */
export function TypingRow({ name, words }: { name: string; words: Catalogue }) {
  return (
    <div class="msg typing">
      <Avatar name={name} />
      <p class="bubble" aria-hidden="true">
        <i />
        <i />
        <i />
      </p>
      <p>
        <bdi>{name}</bdi>
        {words.isTyping}
      </p>
    </div>
  );
}
