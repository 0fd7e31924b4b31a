import { askDeletion, changePassword, removeApp } from "#lib/sandbox/login/leave-app";
import { editAsPerson, reactAsPerson, unsendAsPerson } from "#lib/sandbox/messenger/change-as-person";
import { setDelivery, setFailure } from "#lib/sandbox/messenger/controls";
import { flood } from "#lib/sandbox/messenger/flood";
import { actAsOtherApp } from "#lib/sandbox/messenger/hand-over";
import { moveClock } from "#lib/sandbox/messenger/move-clock";
import { openLink } from "#lib/sandbox/messenger/open-link";
import { blockPage, comeBack, goOffline } from "#lib/sandbox/messenger/presence";
import { readAsPerson } from "#lib/sandbox/messenger/read-as-person";
import { resetSandbox } from "#lib/sandbox/messenger/reset-sandbox";
import { sayAsPerson } from "#lib/sandbox/messenger/say-as-person";
import { startAsPerson, tapAsPerson } from "#lib/sandbox/messenger/tap-as-person";
import { replyFromInbox, tellAsPlatform } from "#lib/sandbox/messenger/tell-as-platform";
import type { Control, Deed } from "./act";

/** The advertisement that leads people to a Page here. */
const AD_ID = "6012345678901";

function say({ act: _, personId, pageId, fileId, ...said }: Extract<Deed, { act: "say" }>) {
  const attachment = fileId ? { fileId } : undefined;
  return sayAsPerson({ personId, pageId, message: { ...said, attachment } });
}

function change({ personId, change: what }: Extract<Control, { act: "account" }>) {
  if (what === "password") return changePassword(personId);
  return what === "app_removed" ? removeApp(personId) : askDeletion(personId);
}

function enforce({ pageId, action }: Extract<Control, { act: "policy" }>) {
  const reason = action === "unblock" ? {} : { reason: "Looked at in the sandbox." };
  const content = { policy_enforcement: { action, ...reason } };
  return tellAsPlatform({ pageId, field: "messaging_policy_enforcement", content });
}

/** Does it; answers what came of it, where something did. Throws SandboxRefused where Messenger itself would not let one. */
export async function perform(deed: Exclude<Deed, { act: "be" }> | Control): Promise<unknown> {
  switch (deed.act) {
    case "say":
      return say(deed);
    case "start":
      return startAsPerson(deed);
    case "tap":
      return tapAsPerson(deed);
    case "react":
      return reactAsPerson(deed);
    case "edit":
      return editAsPerson(deed);
    case "unsend":
      return unsendAsPerson(deed);
    case "read":
      return readAsPerson(deed);
    case "open":
      return openLink(deed);
    case "block":
      return blockPage(deed);
    case "offline":
      return deed.offline ? goOffline(deed.personId) : comeBack(deed.personId);
    case "clock":
      return moveClock(deed.by);
    case "fail":
      return setFailure(deed.kind, deed.times);
    case "deliver":
      return setDelivery(deed.how);
    case "flood":
      return flood(deed);
    case "answer":
      return replyFromInbox(deed);
    case "ad":
      return sayAsPerson({ ...deed, message: { text: deed.text }, ad: { id: AD_ID, title: deed.title } });
    case "handover":
      return actAsOtherApp(deed);
    case "policy":
      return enforce(deed);
    case "account":
      return change(deed);
    case "reset":
      return resetSandbox();
  }
}
