import { securityLog } from "./en/security-log";
import { enPage } from "./en-page";
import { enSandbox } from "./en-sandbox";
import { enSettings } from "./en-settings";

/** English, the source: its shape is what every other language must have. */
export const en = { ...enPage, ...enSandbox, ...enSettings, securityLog };
