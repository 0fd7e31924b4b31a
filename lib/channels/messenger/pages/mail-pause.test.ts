import { beforeEach, expect, it, vi } from "vitest";
import { inShop } from "#db/in-shop";
import { MailFailure } from "#lib/mail/mail-failure";
import type { Mail } from "#lib/mail/send-mail";
import { makeMember, makeShop } from "#lib/shops/shop-fixture";
import { jobsOf, takeJobs } from "../../../worker/jobs-fixture";
import { TestFacebook } from "./facebook-fixture";
import { MailPause, mailPause } from "./mail-pause";
import { pausePage } from "./pause-page";

const mail = vi.hoisted(() => ({ sent: [] as Mail[], fail: null as Error | null }));
vi.mock("#lib/mail/send-mail", () => ({
  sendMail: async (one: Mail) => {
    if (mail.fail) throw mail.fail;
    mail.sent.push(one);
  },
}));
beforeEach(() => {
  mail.sent.splice(0);
  mail.fail = null;
});

async function pausedPage() {
  const { owner } = await makeShop();
  await makeMember(owner, "agent");
  const admin = await makeMember(owner, "admin", "Nora Blanc");
  const facebook = new TestFacebook();
  const { channelId } = await facebook.connect(owner);
  const { shopId } = owner;
  await takeJobs(shopId);
  const pause = () => inShop(shopId, (tx) => pausePage(tx, { shopId, channelId, trouble: "password_changed" }));
  await pause();
  return { owner, admin, facebook, channelId, shopId, pause };
}

const planned = async (shopId: string) => (await jobsOf(shopId)).filter(({ task }) => task === "mailPause");
const run = async (jobs: { payload: unknown }[]) => {
  for (const { payload } of jobs) await mailPause(MailPause.parse(payload));
};

it("tells owners and admins once that nothing can be sent, and where to mend it", async () => {
  const { owner, admin, shopId, pause } = await pausedPage();
  await pause();
  const jobs = await planned(shopId);
  expect(jobs.map(({ due }) => due)).toEqual([false, false]);
  await run(jobs);
  expect(mail.sent.map(({ to }) => to).sort()).toEqual([owner.person.email, admin.person.email].sort());
  const [one] = mail.sent;
  expect(one?.subject).toBe("Maison Pivoine ne peut plus rien envoyer sur Messenger");
  expect(one?.text).toContain(`/s/${owner.shopSlug}/settings/messenger`);
});

it("tells nothing of what was mended meanwhile", async () => {
  const { owner, facebook, shopId } = await pausedPage();
  facebook.renew();
  expect(await facebook.logIn(owner)).toBe("done");
  await run(await planned(shopId));
  expect(mail.sent).toEqual([]);
});

it("is tried again while the server takes nothing, and not where it refuses", async () => {
  const { shopId } = await pausedPage();
  const [job] = await planned(shopId);
  mail.fail = new MailFailure("later", "busy");
  await expect(run(job ? [job] : [])).rejects.toThrow(MailFailure);
  mail.fail = new MailFailure("refused", "no such mailbox");
  await expect(run(job ? [job] : [])).resolves.toBeUndefined();
});
