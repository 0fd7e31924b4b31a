import { AlarmClock, CircleCheck } from "lucide-react";
import type { KitTexts } from "#lib/i18n/kit";
import { Button } from "#ui/button";
import { ButtonLink } from "#ui/button-link";
import { FacebookLetter } from "#ui/channel-glyph";
import { IconButton } from "#ui/icon-button";
import { Kbd } from "#ui/kbd";
import { Wrap } from "./section";

export function Buttons({ texts }: { texts: KitTexts }) {
  const { states, variants, sizes } = texts;
  return (
    <div className="grid gap-3">
      <Wrap>
        <Button variant="primary">{states.rest}</Button>
        <Button variant="primary" className="bg-brand-hover!">
          {states.hover}
        </Button>
        <Button variant="primary" className="ring-focus">
          {states.focus}
        </Button>
        <Button variant="primary" busy>
          {states.busy}
        </Button>
        <Button disabled>{states.off}</Button>
      </Wrap>
      <Wrap>
        <Button>{variants.secondary}</Button>
        <Button variant="ghost">{variants.ghost}</Button>
        <Button variant="danger">{variants.danger}</Button>
        <Button variant="shop">{variants.shop}</Button>
        <Button variant="fb" icon={<FacebookLetter size={14} />}>
          {variants.fb}
        </Button>
      </Wrap>
      <Wrap>
        <Button size="sm">{sizes.sm}</Button>
        <Button>{sizes.md}</Button>
        <Button size="lg">{sizes.lg}</Button>
        <Button size="xl">{sizes.xl}</Button>
      </Wrap>
      <Wrap>
        <IconButton label={texts.snooze} icon={<AlarmClock size={16} />} outlined shortcut="S" />
        <IconButton label={texts.closeIt} icon={<CircleCheck size={16} />} shortcut="E" />
        <IconButton label={texts.pressed} icon={<CircleCheck size={16} />} pressed />
        <IconButton label={states.off} icon={<CircleCheck size={16} />} disabled />
        <Kbd>⌘</Kbd>
        <Kbd>K</Kbd>
        <ButtonLink href="/kit" size="sm">
          {texts.asLink}
        </ButtonLink>
      </Wrap>
    </div>
  );
}
