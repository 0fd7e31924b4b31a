import Image from "next/image";
import type { ReactNode } from "react";
import { ButtonLink } from "#ui/button-link";
import { Card } from "#ui/card";

type Props = {
  title: string;
  text: string;
  action: string;
  href: string;
  icon?: ReactNode;
  picture: string;
  look: "shop" | "primary" | "secondary";
};

/** A way out of the sandbox's home into one of its places. */
export function Door({ title, text, action, href, icon, picture, look }: Props) {
  return (
    <Card className="flex flex-col overflow-hidden sm:flex-row">
      <Image
        src={picture}
        alt=""
        width={144}
        height={144}
        unoptimized
        className="h-36 w-full object-cover sm:h-auto sm:w-36"
      />
      <div className="flex min-w-0 grow flex-col items-start gap-1 p-5">
        <h2 className="type-title">{title}</h2>
        <p className="mb-4 text-body text-ink-2">{text}</p>
        <ButtonLink href={href} variant={look} size="lg" icon={icon} className="mt-auto">
          {action}
        </ButtonLink>
      </div>
    </Card>
  );
}
