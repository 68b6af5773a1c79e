import { Button } from "antd";
import { Component, type ReactNode } from "react";
import { i18n } from "../i18n/i18n.ts";
import { StateMessage } from "../parts/state-message.tsx";

interface Crash {
  readonly message: string | undefined;
}

/** A page that throws takes only itself down; the navigation stays usable. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, Crash> {
  override state: Crash = { message: undefined };

  static getDerivedStateFromError(thrown: unknown): Crash {
    return { message: thrown instanceof Error ? thrown.message : String(thrown) };
  }

  override render(): ReactNode {
    if (this.state.message === undefined) return this.props.children;
    return (
      <StateMessage
        urgent
        title={i18n.t("states.crashed")}
        advice={i18n.t("states.crashedHint")}
        detail={this.state.message}
        action={
          <Button type="primary" onClick={() => window.location.reload()}>
            {i18n.t("states.reopen")}
          </Button>
        }
      />
    );
  }
}
