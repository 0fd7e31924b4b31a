"use client";

import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { useMessages } from "#app/_i18n/language";
import type { KitTexts } from "#lib/i18n/kit";
import { Avatar } from "#ui/avatar";
import { Button } from "#ui/button";
import { ConfirmDialog } from "#ui/confirm-dialog";
import { Dialog } from "#ui/dialog";
import { Input } from "#ui/input";
import { Menu, MenuChoices, MenuItem, MenuLine } from "#ui/menu";
import { Popover } from "#ui/popover";
import { Tabs } from "#ui/tabs";
import { notify } from "#ui/toast";
import { Wrap } from "./section";

const MEMBERS = ["Léa Moreau", "Karim Benali", "Tom Hughes"];

function Assign({ texts }: { texts: KitTexts }) {
  const [member, setMember] = useState("Léa Moreau");
  return (
    <Menu trigger={<Button trail={<ChevronDown aria-hidden="true" size={14} />}>{texts.openMenu}</Button>}>
      <MenuChoices
        value={member}
        onChange={setMember}
        options={MEMBERS.map((name) => ({
          value: name,
          label: name,
          icon: <Avatar name={name} size={24} />,
          trail: <span className="text-ink-3">{texts.openCount}</span>,
        }))}
      />
      <MenuLine />
      <MenuItem icon={<Avatar name={null} size={24} />} onSelect={() => setMember("")}>
        {texts.nobody}
      </MenuItem>
    </Menu>
  );
}

export function Layers({ texts }: { texts: KitTexts }) {
  const { common } = useMessages();
  const [dialog, setDialog] = useState(false);
  const [confirm, setConfirm] = useState(false);
  return (
    <div className="grid gap-5">
      <Wrap>
        <Button onClick={() => setDialog(true)}>{texts.openDialog}</Button>
        <Button variant="danger" onClick={() => setConfirm(true)}>
          {texts.openConfirm}
        </Button>
        <Assign texts={texts} />
        <Popover label={texts.openPopover} trigger={<Button variant="ghost">{texts.openPopover}</Button>}>
          <p className="max-w-60 p-2 text-label">{texts.popoverText}</p>
        </Popover>
        <Button
          onClick={() => notify(texts.toastText, { undo: { label: common.undo, run: () => notify(common.saved) } })}
        >
          {texts.showToast}
        </Button>
        <Button onClick={() => notify(texts.failureText, { outcome: "failed" })}>{texts.showFailure}</Button>
      </Wrap>
      <Tabs
        label={texts.tabs}
        tabs={[
          { value: "one", label: texts.tabOne, panel: texts.tabOneText },
          { value: "two", label: texts.tabTwo, panel: texts.tabTwoText },
        ]}
      />
      <Dialog
        open={dialog}
        onOpenChange={setDialog}
        title={texts.dialogTitle}
        text={texts.dialogText}
        actions={
          <>
            <Button size="lg" onClick={() => setDialog(false)}>
              {common.cancel}
            </Button>
            <Button size="lg" variant="primary" onClick={() => setDialog(false)}>
              {common.copy}
            </Button>
          </>
        }
      >
        <Input readOnly aria-label={texts.dialogTitle} value="comptoir.example/join/7Kd2-Qm9x-Tn4v" />
      </Dialog>
      <ConfirmDialog
        open={confirm}
        onOpenChange={setConfirm}
        title={texts.confirmTitle}
        text={texts.confirmText}
        confirm={texts.confirm}
        danger
        onConfirm={() => setConfirm(false)}
      />
    </div>
  );
}
