"use client";

import { ChevronDown, LogOut } from "lucide-react";
import { signOut } from "next-auth/react";
import { Avatar } from "#ui/avatar";
import { Menu, MenuItem } from "#ui/menu";
import { useMyMessages } from "../../_i18n/my-language";

/** Who is signed in, and the way out. */
export function AccountMenu({ name }: { name: string }) {
  const { me } = useMyMessages();
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          aria-label={me.account(name)}
          className="flex min-h-11 min-w-0 items-center gap-2 rounded-md px-1.5 hover:bg-hover"
        >
          <Avatar name={name} />
          <span className="truncate font-label text-label max-md:sr-only">{name}</span>
          <ChevronDown aria-hidden="true" size={16} className="text-ink-3" />
        </button>
      }
    >
      <MenuItem icon={<LogOut aria-hidden="true" size={16} />} onSelect={() => void signOut({ callbackUrl: "/me" })}>
        {me.signOut}
      </MenuItem>
    </Menu>
  );
}
