import type { ReactNode } from "react";

/** Cards below each other, two steps apart. */
export function Stack({ children }: { readonly children: ReactNode }) {
  return <div style={{ display: "grid", gap: 16, minWidth: 0 }}>{children}</div>;
}
