import { Button } from "antd";
import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { useDialogs } from "../../../../parts/dialog-host.tsx";
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
  const show = useDialogs();
  const offered = COMMANDS.filter((command) => isOffered(command, opportunity, viewer));
  const open = (command: Command) => {
    const Dialog = DIALOGS[command];
    show((close) => <Dialog opportunity={opportunity} onClose={close} />);
  };
  return (
    <>
      {offered.map((command) => (
        <Button
          key={command}
          type={command === forward(offered) ? "primary" : "default"}
          onClick={() => open(command)}
        >
          {t(`commands.${command}.title`)}
        </Button>
      ))}
    </>
  );
}

const FORWARD: readonly Command[] = ["assign", "win", "plan"];

function forward(offered: readonly Command[]): Command | undefined {
  return FORWARD.find((command) => offered.includes(command));
}
