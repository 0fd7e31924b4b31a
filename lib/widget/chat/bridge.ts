import type { FromChat, ToChat } from "../frame-messages";
import { longestMessage } from "./longest";
import { fieldsOf } from "./views";

export type Bridge = ReturnType<typeof bridgeTo>;

const longest = 2000; // characters of a product or of a page address
const longestToken = 4096; // characters the server takes

/**
 * The only way between the chat and the storefront around it. A message counts when it comes from the parent window,
 * from the origin the page was opened for, in a shape we know; ours go to that origin and no other.
 */
export function bridgeTo(origin: string, heard: (message: ToChat) => void) {
  const parent = window.parent;
  const framed = parent !== window && origin !== "";
  if (framed) {
    window.addEventListener("message", (event) => {
      if (event.source !== parent || event.origin !== origin) return;
      const message = read(event.data);
      if (message) heard(message);
    });
  }
  return {
    /** False when the page stands alone: there is nothing to close. */
    framed,
    tell(message: FromChat) {
      if (framed) parent.postMessage(message, origin);
    },
  };
}

function read(data: unknown): ToChat | null {
  const { type, visible, product, order, prompt, page, token, name, text, attributes } = fieldsOf(data);
  if (type === "visitor" || type === "reset") return { type };
  if (type === "attributes") return { type, attributes: fieldsOf(attributes) };
  if ((type === "send" || type === "connected") && text !== undefined && isShort(text, longestMessage))
    return { type, text };
  if (type === "identify" && isShort(token, longestToken) && isShort(name)) return { type, token, name };
  if (type === "visible" && typeof visible === "boolean") return { type, visible };
  if (type === "open" && isShort(product) && isShort(order) && isShort(prompt))
    return { type, product, order, prompt, page: isShort(page) ? page : "" };
  return null;
}

function isShort(value: unknown, most = longest): value is string | undefined {
  return value === undefined || (typeof value === "string" && value.length <= most);
}
