import type { enSandbox } from "./en-sandbox";
import { sandbox } from "./fr/sandbox";
import { sandboxMessenger } from "./fr/sandbox-messenger";

/** Texts of the sandbox, which no other page downloads. */
export const frSandbox: typeof enSandbox = {
  sandbox,
  sandboxMessenger,
};
