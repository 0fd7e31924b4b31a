import { connectPage } from "#lib/channels/messenger/pages/connect-page";
import { finishLogin } from "#lib/channels/messenger/pages/finish-login";
import { NEEDED_SCOPES } from "#lib/channels/messenger/pages/scopes";
import { startLogin } from "#lib/channels/messenger/pages/start-login";
import { setHumanAgent, setLoginConnect } from "#lib/channels/messenger/pages/switch-page";
import { env } from "#lib/core/env";
import { answerDialog } from "#lib/sandbox/login/answer-dialog";
import { addPage, givePageRole, TASKS, type Task } from "#lib/sandbox/messenger/pages";
import type { MemberActor } from "#lib/shops/actor";
import { PEOPLE, type PersonName } from "./people";

type SeedPage = {
  id: string;
  name: string;
  category: string;
  followers: number;
  hue: number;
  who: PersonName;
  tasks: readonly Task[];
};

const page = (id: number, name: string, followers: number, more: Partial<SeedPage> = {}): SeedPage => ({
  id: String(1_000_000_000_000 + id),
  name,
  followers,
  category: "Florist",
  hue: 150,
  who: "Léa Moreau",
  tasks: TASKS,
  ...more,
});

const PIVOINE_PAGE = page(1, "Maison Pivoine", 4_812);
const PAGES: readonly SeedPage[] = [
  PIVOINE_PAGE,
  page(2, "Pivoine Atelier", 936, { hue: 350 }),
  page(3, "Pivoine Mariages", 2_140, { hue: 20 }),
  page(4, "Les Pots de Tom", 318, { category: "Home decor", hue: 60, tasks: ["MODERATE", "MESSAGING"] }),
  page(5, "Marché de Rungis", 61_200, { category: "Local business", hue: 210, tasks: ["ANALYZE"] }),
  page(6, "Hartley & Finch Tea", 12_950, { category: "Tea shop", hue: 90, who: "Grace Hartley" }),
];

/** Puts the Pages, and who may do what on them, into the sandbox; those that are there stay as they are. */
export async function addSandboxPages(): Promise<void> {
  for (const [position, { who, tasks, ...shown }] of PAGES.entries()) {
    await addPage({ ...shown, position });
    await givePageRole({ personId: idOf(who), pageId: shown.id, tasks });
  }
}

/** Connects the florist's Page as she would: through Facebook's dialog and back, then by choosing it. */
export async function connectFloristPage(lea: MemberActor): Promise<void> {
  const { url } = await startLogin(lea, { optional: ["page_utility_messaging"], again: false });
  const { searchParams } = await pressThrough(url, idOf("Léa Moreau"));
  const end = await finishLogin(lea, {
    state: searchParams.get("state") ?? "",
    code: searchParams.get("code") ?? undefined,
  });
  if (end !== "done") throw new Error(`the sandbox's login ended as ${end}`);
  const { channelId } = await connectPage(lea, { pageId: PIVOINE_PAGE.id });
  await setHumanAgent(lea, { channelId, on: true });
  await setLoginConnect(lea, { channelId, on: true });
}

function idOf(name: PersonName): string {
  const person = PEOPLE.find((one) => one.name === name);
  if (!person) throw new Error(`nobody is called ${name}`);
  return person.id;
}

/** Ticks every scope and every Page of a dialog; the address it leads back to. */
async function pressThrough(dialog: string, personId: string): Promise<URL> {
  const hers = PAGES.filter(({ who }) => idOf(who) === personId);
  const ticked = [
    ...[...NEEDED_SCOPES, "page_utility_messaging"].map((scope) => `scope.${scope}`),
    ...hers.map(({ id }) => `page.${id}`),
  ];
  const query = new URL(dialog).searchParams.toString();
  const answer = await answerDialog(
    new Request(`${env().PUBLIC_URL}/sandbox/dialog/oauth/answer`, {
      method: "POST",
      headers: { origin: new URL(env().PUBLIC_URL).origin },
      body: new URLSearchParams({
        answer: "grant",
        person: personId,
        query,
        ...Object.fromEntries(ticked.map((name) => [name, "on"])),
      }),
    }),
  );
  return new URL(answer.headers.get("location") ?? "");
}
