import { Button } from "antd";
import { useState, type ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { useViewer } from "../../../../session/use-session.ts";
import type { Opportunity } from "../opportunity.page.tsx";
import { AssignDialog } from "./assign-dialog.tsx";
import type { DialogProps } from "./dialog-props.ts";
import { HandOverDialog } from "./hand-over-dialog.tsx";
import { LoseDialog } from "./lose-dialog.tsx";
import { COMMANDS, isOffered, type Command } from "./moves.ts";
import { PlanDialog } from "./plan-dialog.tsx";
import { WinDialog } from "./win-dialog.tsx";

const DIALOGS: Readonly<Record<Command, ComponentType<DialogProps>>> = {
  assign: AssignDialog,
  plan: PlanDialog,
  win: WinDialog,
  lose: LoseDialog,
  reassign: (props) => <HandOverDialog kind="reassign" {...props} />,
  reopen: (props) => <HandOverDialog kind="reopen" {...props} />,
};

/** What can be done with the opportunity now; the step forward stands out. */
export function CommandBar({ opportunity }: { readonly opportunity: Opportunity }) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const [open, setOpen] = useState<Command>();
  const offered = COMMANDS.filter((command) => isOffered(command, opportunity, viewer));
  const Dialog = open ? DIALOGS[open] : undefined;
  return (
    <>
      {offered.map((command) => (
        <Button
          key={command}
          type={command === forward(offered) ? "primary" : "default"}
          onClick={() => setOpen(command)}
        >
          {t(`commands.${command}.title`)}
        </Button>
      ))}
      {Dialog ? <Dialog opportunity={opportunity} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}

const FORWARD: readonly Command[] = ["assign", "win", "plan"];

function forward(offered: readonly Command[]): Command | undefined {
  return FORWARD.find((command) => offered.includes(command));
}
