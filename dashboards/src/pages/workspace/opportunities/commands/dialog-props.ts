import type { Opportunity } from "../opportunity.page.tsx";

/** What every dialog about one opportunity is given. Its version is the one that was on screen. */
export interface DialogProps {
  readonly opportunity: Opportunity;
  readonly onClose: () => void;
}
