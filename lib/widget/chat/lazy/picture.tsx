/** @jsxImportSource ../dom */
import type { AppProps } from "../parts/app";
import { wear } from "./wear";

const words = {
  en: { close: "Close the picture", save: "Save" },
  fr: { close: "Fermer l’image", save: "Enregistrer" },
};

await wear("picture");

/** One picture over the whole chat. */
export default function Picture({ state, actions, boot }: AppProps) {
  const file = state.panel?.file;
  if (!file?.url) return null;
  return (
    <>
      <div class="two">
        <button type="button" class="btn" onClick={actions.closePanel}>
          {words[boot.locale].close}
        </button>
        <a class="btn" href={file.url} target="_blank" download={file.fileName} rel="noopener">
          {words[boot.locale].save}
        </a>
      </div>
      <img src={file.url} alt={file.fileName} />
    </>
  );
}
