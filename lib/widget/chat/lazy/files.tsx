/** @jsxImportSource ../dom */
import { jsx } from "../dom/jsx-runtime";
import { formatBytes } from "../format";
import type { AppProps } from "../parts/app";
import type { FileView } from "../views";

const kinds = {
  en: { image: "Picture", audio: "Sound", video: "Video", file: "File", sticker: "Sticker" },
  fr: { image: "Image", audio: "Son", video: "Vidéo", file: "Fichier", sticker: "Autocollant" },
};

/** The files of a message: pictures open over the chat, sound and film play here, everything else is saved. */
export function Files({ files, actions, boot }: AppProps & { files: readonly FileView[] }) {
  const names = kinds[boot.locale];
  return (
    <div class="files">
      {files.map((file) => {
        const { id, kind, url, fileName, bytes } = file;
        const name = names[kind] + (fileName && `: ${fileName}`);
        const src = url ?? "";
        if (kind === "image" || kind === "sticker")
          return (
            <button type="button" class="pic" key={id} onClick={() => void actions.open("picture", { file })}>
              <img src={src} alt={name} />
            </button>
          );
        if (kind !== "file") return jsx(kind, { controls: true, preload: "metadata", src, "aria-label": name }, id);
        return (
          <a class="card file" key={id} href={src} target="_blank" download={fileName} aria-label={name} rel="noopener">
            <b dir="auto">{fileName || names.file}</b>
            {bytes !== null && <small>{formatBytes(bytes, boot.locale)}</small>}
          </a>
        );
      })}
    </div>
  );
}
