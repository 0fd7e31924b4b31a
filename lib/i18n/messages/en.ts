import { dataExport } from "./en/data-export";
import { firstSteps } from "./en/first-steps";
import { reports } from "./en/reports";
import { securityLog } from "./en/security-log";
import { transcript } from "./en/transcript";
import { enImports } from "./en-imports";
import { enMine } from "./en-mine";
import { enPage } from "./en-page";
import { enPeople } from "./en-people";
import { enSandbox } from "./en-sandbox";
import { enSettings } from "./en-settings";

/** English, the source: its shape is what every other language must have. */
export const en = {
  ...enPage,
  ...enMine,
  ...enPeople,
  ...enImports,
  dataExport,
  ...enSandbox,
  ...enSettings,
  firstSteps,
  reports,
  securityLog,
  transcript,
};
