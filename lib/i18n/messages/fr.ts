import type { en } from "./en";
import { dataExport } from "./fr/data-export";
import { firstSteps } from "./fr/first-steps";
import { reports } from "./fr/reports";
import { securityLog } from "./fr/security-log";
import { transcript } from "./fr/transcript";
import { frImports } from "./fr-imports";
import { frMine } from "./fr-mine";
import { frPage } from "./fr-page";
import { frPeople } from "./fr-people";
import { frSandbox } from "./fr-sandbox";
import { frSettings } from "./fr-settings";

/** French. Checked against the English shape, key by key. */
export const fr: typeof en = {
  ...frPage,
  ...frMine,
  ...frPeople,
  ...frImports,
  dataExport,
  ...frSandbox,
  ...frSettings,
  firstSteps,
  reports,
  securityLog,
  transcript,
};
