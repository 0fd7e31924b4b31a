import { ButtonLink } from "#ui/button-link";
import { EmptyState } from "#ui/empty-state";
import { getMessages } from "../../_i18n/server";

export default async function NotFound() {
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
    </main>
  );
}
