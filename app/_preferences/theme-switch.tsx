"use client";

import { useState, useTransition } from "react";
import { useMessages } from "#app/_i18n/language";
import { Segment } from "#ui/segment";
import { chooseTheme } from "./actions";
import { THEMES, type Theme } from "./theme";

/** Chooses the theme, shows it at once, and remembers it on this browser. `current` comes from `getTheme`. */
export function ThemeSwitch({ current }: { current: Theme }) {
  const { common } = useMessages();
  const [theme, setTheme] = useState(current);
  const [, start] = useTransition();
  const choose = (value: Theme) => {
    setTheme(value);
    document.documentElement.dataset.theme = value;
    start(() => chooseTheme(value));
  };
  return (
    <Segment
      label={common.theme}
      options={THEMES.map((value) => ({ value, label: common.themes[value] }))}
      value={theme}
      onChange={choose}
      size="sm"
    />
  );
}
