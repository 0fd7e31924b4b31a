import type { en } from "./en";
import { securityLog } from "./fr/security-log";
import { frPage } from "./fr-page";
import { frSandbox } from "./fr-sandbox";
import { frSettings } from "./fr-settings";

/** French. Checked against the English shape, key by key. */
export const fr: typeof en = { ...frPage, ...frSandbox, ...frSettings, securityLog };
