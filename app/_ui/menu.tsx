"use client";

import { Check } from "lucide-react";
import {
  cloneElement,
  createContext,
  type HTMLAttributes,
  type ReactElement,
  type ReactNode,
  useContext,
  useId,
} from "react";
import { classNames } from "./class-names";
import type { Align, Side } from "./place-layer";
import { useMenu } from "./use-menu";

/** The sheet of menus and popovers. */
export const MENU_BOX =
  "z-30 min-w-44 max-w-[calc(100vw-16px)] rounded-[10px] border border-line bg-surface p-1 shadow-lg animate-appear";

const ITEM =
  "flex min-h-8 w-full select-none items-center gap-2 rounded-sm px-2 text-left text-ink text-label outline-none focus:bg-hover disabled:text-ink-3 max-md:min-h-11 forced-colors:focus:outline";

const CloseContext = createContext<() => void>(() => undefined);

type MenuProps = {
  /** The button that opens it: one element that can take focus. */
  trigger: ReactElement<HTMLAttributes<HTMLElement>>;
  align?: Align;
  side?: Extract<Side, "top" | "bottom">;
  children: ReactNode;
};

/** Actions behind a button; arrow keys, typing ahead and Escape work. The page behind stays readable. */
export function Menu({ trigger, align = "start", side = "bottom", children }: MenuProps) {
  const sheetId = useId();
  const ownId = useId();
  const { open, close, sheetProps, buttonProps } = useMenu(align, side);
  const buttonId = trigger.props.id ?? ownId;
  return (
    <>
      {cloneElement(trigger, {
        ...buttonProps,
        id: buttonId,
        "aria-haspopup": "menu",
        "aria-expanded": open,
        ...(open ? { "aria-controls": sheetId } : {}),
      })}
      {open ? (
        <div
          {...sheetProps}
          id={sheetId}
          role="menu"
          tabIndex={-1}
          popover="manual"
          aria-labelledby={buttonId}
          className={classNames(MENU_BOX, "fixed inset-auto max-h-[calc(100dvh-16px)] overflow-y-auto")}
        >
          <CloseContext value={close}>{children}</CloseContext>
        </div>
      ) : null}
    </>
  );
}

/** Closes the menu, gives focus back, and only then does what was chosen. */
function useChoose() {
  const close = useContext(CloseContext);
  return (act: () => void) => () => {
    close();
    act();
  };
}

type ItemProps = {
  icon?: ReactNode;
  trail?: ReactNode;
  danger?: boolean;
  disabled?: boolean;
  onSelect: () => void;
  children: ReactNode;
};

export function MenuItem({ icon, trail, danger = false, disabled = false, onSelect, children }: ItemProps) {
  const choose = useChoose();
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      disabled={disabled}
      onClick={choose(onSelect)}
      onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
      className={classNames(ITEM, danger && "text-danger-ink")}
    >
      {icon ? <span className={danger ? "" : "text-ink-3"}>{icon}</span> : null}
      <span className="min-w-0 grow">{children}</span>
      {trail}
    </button>
  );
}

type ChoiceProps<Value extends string> = {
  value: Value | null;
  onChange: (value: Value) => void;
  options: readonly { value: Value; label: ReactNode; icon?: ReactNode; trail?: ReactNode }[];
};

/** Exclusive choices in a menu; the present one is ticked. */
export function MenuChoices<Value extends string>({ value, onChange, options }: ChoiceProps<Value>) {
  const choose = useChoose();
  return options.map((option) => (
    <button
      key={option.value}
      type="button"
      role="menuitemradio"
      tabIndex={-1}
      aria-checked={option.value === value}
      onClick={choose(() => onChange(option.value))}
      onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
      className={ITEM}
    >
      {option.icon}
      <span className="min-w-0 grow">{option.label}</span>
      {option.trail}
      {option.value === value ? <Check aria-hidden="true" size={16} className="text-ink-3" /> : null}
    </button>
  ));
}

type RowProps<Value extends string> = {
  /** What is chosen here, for screen readers. */
  label: string;
  value: Value | null;
  onChange: (value: Value) => void;
  options: readonly { value: Value; sign: string; label: string }[];
};

/** Exclusive signs side by side, each read as its label. */
export function MenuRow<Value extends string>({ label, value, onChange, options }: RowProps<Value>) {
  const choose = useChoose();
  return (
    <fieldset aria-label={label} className="flex flex-wrap">
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          role="menuitemradio"
          tabIndex={-1}
          aria-checked={option.value === value}
          aria-label={option.label}
          title={option.label}
          onClick={choose(() => onChange(option.value))}
          className="grid size-9 place-items-center rounded-sm text-title outline-none hover:bg-hover focus:bg-hover aria-checked:bg-selected max-md:size-11 forced-colors:aria-checked:border-2 forced-colors:focus:outline"
        >
          {option.sign}
        </button>
      ))}
    </fieldset>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <div className="px-2 py-1.5 font-label text-caption text-ink-3">{children}</div>;
}

export function MenuLine() {
  return <hr className="-mx-1 my-1 h-px border-0 bg-line" />;
}
