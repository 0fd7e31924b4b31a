import type { ReactNode } from "react";
import { ButtonLink } from "#ui/button-link";
import { EmptyState } from "#ui/empty-state";
import { getMessages } from "../../../_i18n/server";

/** What stands in place of a page that is not there, with what is still of use below it. */
export async function NotThere({ children }: { children?: ReactNode }) {
  const { errors } = await getMessages();
  return (
    <main id="content" className="grid min-h-0 flex-1 place-content-center">
      <EmptyState
        level={1}
        title={errors.notFoundTitle}
        text={errors.notFoundText}
        action={
          <ButtonLink variant="primary" href="/">
            {errors.home}
          </ButtonLink>
        }
      />
      {children}
    </main>
  );
}
