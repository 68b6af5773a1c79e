import { createContext, useCallback, useContext, useState, type ReactNode } from "react";

type Dialog = (close: () => void) => ReactNode;
type ShowDialog = (dialog: Dialog) => void;

const Host = createContext<ShowDialog | undefined>(undefined);

/**
 * Dialogs stand beside the pages, not in them: a page that is refused, fails or changes while somebody types into
 * a dialog takes nothing typed along.
 */
export function DialogHost({ children }: { readonly children: ReactNode }) {
  const [dialog, setDialog] = useState<ReactNode>(null);
  const show = useCallback<ShowDialog>((draw) => setDialog(draw(() => setDialog(null))), []);
  return (
    <Host value={show}>
      {children}
      {dialog}
    </Host>
  );
}

/** Opens a dialog over the page; it is gone when it closes itself. */
export function useDialogs(): ShowDialog {
  const show = useContext(Host);
  if (!show) throw new Error("there is no place for dialogs above");
  return show;
}
