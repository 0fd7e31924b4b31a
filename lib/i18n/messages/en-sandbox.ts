import { sandbox } from "./en/sandbox";
import { sandboxMessenger } from "./en/sandbox-messenger";

/** Texts of the sandbox, which no other page downloads. */
export const enSandbox = {
  sandbox,
  sandboxMessenger,
};
