import { ButtonLink } from "#ui/button-link";
import { EmptyState } from "#ui/empty-state";
import { LateLogo } from "#ui/late-logo";
import { getMessages } from "./_i18n/server";

/** The same answer for what is absent and for what is another shop's. */
export default async function NotFoundPage() {
  const { errors } = await getMessages();
  return (
    <main id="content" className="grid min-h-dvh grid-rows-[auto_1fr] px-5 py-4 md:px-12 md:py-7">
      <LateLogo height={24} />
      <div className="place-self-center">
        <EmptyState
          level={1}
          title={errors.notFoundTitle}
          text={errors.notFoundText}
          action={
            <ButtonLink href="/" variant="primary" size="lg">
              {errors.home}
            </ButtonLink>
          }
        />
      </div>
    </main>
  );
}
