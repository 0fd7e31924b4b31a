import type { Asking } from "#lib/sandbox/login/grant";
import type { SandboxPerson } from "#lib/sandbox/people/person";
import { Avatar } from "#ui/avatar";
import { Button } from "#ui/button";
import { Checkbox } from "#ui/checkbox";

type Texts = {
  title: (app: string, name: string) => string;
  lead: string;
  pages: string;
  noPages: string;
  permissions: string;
  contact: (page: string) => string;
  contactHint: string;
  scopes: Record<string, string>;
  go: string;
  other: string;
};

type Props = { person: SandboxPerson; asking: Asking; query: string; app: string; texts: Texts };

const BOX = "flex flex-col gap-2.5 rounded-lg bg-sunken px-4 py-3";

function Pages({ pages, texts }: { pages: NonNullable<Asking["pages"]>; texts: Texts }) {
  return (
    <fieldset className={BOX}>
      <legend className="sr-only">{texts.pages}</legend>
      {pages.length === 0 ? <p className="text-ink-2 text-label">{texts.noPages}</p> : null}
      {pages.map((page) => (
        <Checkbox key={page.id} name={`page.${page.id}`} defaultChecked>
          <span className="block font-heading">{page.name}</span>
          <span className="block text-caption text-ink-3">{page.category}</span>
        </Checkbox>
      ))}
    </fieldset>
  );
}

/** The second step of the dialog: each permission and each Page a box, and the invitation of Login Connect unticked. */
export function Allowed({ person, asking, query, app, texts }: Props) {
  return (
    <form method="post" action="/sandbox/dialog/oauth/answer" className="flex flex-col gap-4">
      <input type="hidden" name="answer" value="grant" />
      <input type="hidden" name="query" value={query} />
      <input type="hidden" name="person" value={person.id} />
      <div className="flex flex-col items-center gap-3 text-center">
        <Avatar name={person.name} size={56} />
        <h1 className="type-title">{texts.title(app, person.name)}</h1>
        {asking.scopes.length > 0 ? <p className="max-w-80 text-ink-2 text-label">{texts.lead}</p> : null}
      </div>
      {asking.pages ? <Pages pages={asking.pages} texts={texts} /> : null}
      {asking.scopes.length > 0 ? (
        <fieldset className={BOX}>
          <legend className="sr-only">{texts.permissions}</legend>
          {asking.scopes.map((scope) => (
            <Checkbox key={scope} name={`scope.${scope}`} defaultChecked>
              {texts.scopes[scope] ?? scope}
              <code className="block text-caption text-ink-3">{scope}</code>
            </Checkbox>
          ))}
        </fieldset>
      ) : null}
      {asking.contactPage ? (
        <div className={BOX}>
          <Checkbox name="scope.user_messenger_contact">
            <span className="block font-heading">{texts.contact(asking.contactPage.name)}</span>
            <span className="block text-caption text-ink-3">{texts.contactHint}</span>
          </Checkbox>
        </div>
      ) : null}
      <Button type="submit" variant="fb" size="lg" block>
        {texts.go}
      </Button>
      <a href={`?${query}`} className="text-center text-ink-2 text-label underline">
        {texts.other}
      </a>
    </form>
  );
}
