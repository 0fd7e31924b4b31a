import { Avatar } from "#ui/avatar";
import { Logo } from "#ui/logo";
import { getLocale, getMessages } from "../../_i18n/server";
import { currencyChoices, timeZoneChoices } from "./choices";
import { CreateShopForm, type CreateShopFormProps } from "./create-shop-form";

type Props = Pick<CreateShopFormProps, "addressBase" | "create" | "check"> & {
  /** Who is signed in, and will own the shop. */
  personName: string;
};

/** The page on which a shop is made. */
export async function CreateShopPanel({ personName, ...form }: Props) {
  const [locale, { shop }] = await Promise.all([getLocale(), getMessages()]);
  return (
    <main id="content" className="flex min-h-dvh flex-col gap-8 bg-surface px-5 py-4 md:px-12 md:py-7">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Logo height={24} />
        <span className="flex items-center gap-2 text-ink-2 text-label">
          <Avatar name={personName} size={24} />
          {personName}
        </span>
      </div>
      <div className="m-auto grid w-full max-w-110 gap-4">
        <div>
          <h1 className="type-heading">{shop.create.title}</h1>
          <p className="mt-1 text-body text-ink-2">{shop.create.lead}</p>
        </div>
        <CreateShopForm {...form} timeZones={timeZoneChoices()} currencies={currencyChoices(locale)} />
      </div>
    </main>
  );
}
