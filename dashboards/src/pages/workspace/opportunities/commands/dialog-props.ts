import type { Opportunity } from "../opportunity.page.tsx";

/** What every dialog about one opportunity is given. It stays as it was on screen when the dialog was opened. */
export interface DialogProps {
  readonly opportunity: Opportunity;
  readonly onClose: () => void;
}
