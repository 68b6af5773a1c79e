import { lazy, Suspense } from "react";
import { Route, Routes } from "react-router";
import { Skeleton } from "../parts/skeleton.tsx";
import { SessionGate } from "../session/session-gate.tsx";
import { Shell } from "./shell.tsx";

const ForgottenPassword = lazy(() => import("../session/forgotten-password.tsx"));

/** Two addresses are for somebody who cannot sign in; behind all others one has to. */
export function FrontDoor() {
  return (
    <Suspense fallback={<Skeleton lines={4} height={24} />}>
      <Routes>
        <Route path="/forgot-password" element={<ForgottenPassword step="ask" />} />
        <Route path="/reset-password" element={<ForgottenPassword step="reset" />} />
        <Route
          path="*"
          element={
            <SessionGate>
              <Shell />
            </SessionGate>
          }
        />
      </Routes>
    </Suspense>
  );
}
