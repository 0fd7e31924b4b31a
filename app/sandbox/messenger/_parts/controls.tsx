import { ClockMenu } from "./clock-menu";
import { FailuresMenu } from "./failures-menu";
import { OfflineButton } from "./offline-button";
import { ResetButton } from "./reset-button";

/** What one may do to the sandbox itself. */
export function Controls() {
  return (
    <>
      <ClockMenu />
      <OfflineButton />
      <FailuresMenu />
      <ResetButton />
    </>
  );
}
