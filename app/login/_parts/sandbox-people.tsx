import { ArrowRight, FlaskConical } from "lucide-react";
import { useMessages } from "#app/_i18n/language";
import type { Role } from "#lib/shops/actor";
import { Avatar } from "#ui/avatar";
import { Badge } from "#ui/badge";
import { Spinner } from "#ui/spinner";

export type SandboxPerson = {
  /** The account's id in the sandbox: what `login_hint` takes. */
  id: string;
  name: string;
  /** What she is here; null for somebody who has no shop and bought nothing yet. */
  role: Role | "shopper" | null;
  /** Her shop, when she answers for one. */
  shopName: string | null;
};

type Props = {
  people: readonly SandboxPerson[];
  /** Whose sign-in is under way. */
  going: string | null;
  onChoose: (personId: string) => void;
};

function useSentence(): (person: SandboxPerson) => string {
  const { login, shop } = useMessages();
  const of = { owner: login.ownerOf, admin: login.adminOf, agent: login.agentOf };
  return ({ role, shopName }) => {
    if (role === null) return login.noShopYet;
    if (role === "shopper") return login.shopper;
    return shopName ? of[role](shopName) : shop.roles[role];
  };
}

/** The people anyone may be on a local install. */
export function SandboxPeople({ people, going, onChoose }: Props) {
  const { login, common } = useMessages();
  const sentence = useSentence();
  return (
    <section
      aria-label={login.sandboxPeople}
      className="mt-6 rounded-lg border border-control border-dashed bg-sunken p-4"
    >
      <div className="flex flex-wrap items-center gap-2">
        <FlaskConical aria-hidden="true" size={16} className="text-chart-4" />
        <h2 className="grow font-semibold text-label">{login.sandboxPeople}</h2>
        <Badge tone="outline">{common.localInstall}</Badge>
      </div>
      <p className="mt-1 mb-2 text-caption text-ink-3">{login.sandboxHint}</p>
      <ul className="-mx-2 -mb-2 max-h-60 overflow-y-auto p-0.5">
        {people.map((person) => (
          <li key={person.id}>
            <button
              type="button"
              aria-busy={going === person.id}
              onClick={() => onChoose(person.id)}
              className="flex min-h-12 w-full items-center gap-2.5 rounded-md p-1.5 text-left hover:bg-active focus-visible:-outline-offset-2"
            >
              <Avatar name={person.name} />
              <span className="min-w-0 grow">
                <b className="block text-label leading-snug">{person.name}</b>
                <span className="block text-caption text-ink-3">{sentence(person)}</span>
              </span>
              {going === person.id ? <Spinner /> : <ArrowRight aria-hidden="true" size={16} className="text-ink-3" />}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
