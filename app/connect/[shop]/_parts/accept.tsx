import { TextLink } from "#ui/text-link";
import { Rich } from "../../../_i18n/rich";

const newTab = (href: string) => (inner: string) => (
  <TextLink href={href} target="_blank">
    {inner}
  </TextLink>
);

/** What signing in accepts, with the texts themselves beside this window. */
export function Accept({ text }: { text: string }) {
  return (
    <p className="mt-4 mb-2 text-pretty text-caption text-ink-3">
      <Rich text={text} tags={{ terms: newTab("/terms"), privacy: newTab("/privacy") }} />
    </p>
  );
}
