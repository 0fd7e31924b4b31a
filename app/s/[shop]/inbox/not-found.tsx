import { NotThere } from "../_parts/not-there";
import { KeptWordsHere } from "./_parts/kept-words";

/** A conversation that was deleted while it was open is read anew as nothing: what was typed in it is not. */
export default function ConversationNotFound() {
  return (
    <NotThere>
      <KeptWordsHere />
    </NotThere>
  );
}
