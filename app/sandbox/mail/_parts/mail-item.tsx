import { textPieces } from "#lib/conversations/text-pieces";
import type { SandboxMail } from "#lib/sandbox/mail/list-mails";
import { Card } from "#ui/card";
import { TextLink } from "#ui/text-link";

type Texts = { to: (address: string) => string; oneClick: string };

/** One mail as its plain form reads, its addresses as links. */
export function MailItem({ mail, when, texts }: { mail: SandboxMail; when: string; texts: Texts }) {
  return (
    <li>
      <Card className="p-5">
        <h2 className="break-words type-pane">{mail.subject}</h2>
        <p className="mt-1 break-words text-caption text-ink-3">
          {texts.to(mail.to)} · <time dateTime={mail.at}>{when}</time>
          {mail.unsubscribe ? ` · ${texts.oneClick}` : ""}
        </p>
        <p className="mt-4 whitespace-pre-wrap break-words text-body">
          {textPieces(mail.text).map(({ at, text, href }) =>
            href ? (
              <TextLink key={at} href={href}>
                {text}
              </TextLink>
            ) : (
              text
            ),
          )}
        </p>
      </Card>
    </li>
  );
}
