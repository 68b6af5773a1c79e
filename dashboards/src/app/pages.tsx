import { Button } from "antd";
import { lazy, Suspense, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, Route, Routes, useLocation, useNavigate } from "react-router";
import { Problem } from "../lib/problem.ts";
import { useTabTitle } from "../lib/use-tab-title.ts";
import { ProblemMessage } from "../parts/problem-message.tsx";
import { Skeleton } from "../parts/skeleton.tsx";
import { StateMessage } from "../parts/state-message.tsx";
import { useViewer } from "../session/use-session.ts";
import { ErrorBoundary } from "./error-boundary.tsx";
import { mayOpen, PAGES, pagesFor } from "./navigation.ts";

/** Everybody's own, so no entry of the navigation; it stands in the menu of the top bar. */
const AccountPage = lazy(() => import("../pages/account/account.page.tsx"));
const FORBIDDEN = new Problem("FORBIDDEN", "");

/** Which page stands at which address, and what is said where none does. */
export function Pages() {
  const viewer = useViewer();
  const { pathname } = useLocation();
  const first = pagesFor(viewer)[0];
  return (
    <ErrorBoundary key={pathname}>
      <Suspense fallback={<Skeleton lines={8} height={24} />}>
        <Routes>
          <Route path="/" element={first ? <Navigate to={first.path} replace /> : <NoPages />} />
          {PAGES.flatMap((entry) => {
            const guard = (page: ReactNode) => (mayOpen(viewer, entry) ? page : <ClosedPage />);
            const Record = entry.record;
            return [
              <Route key={entry.path} path={entry.path} element={guard(<entry.page />)} />,
              ...(Record
                ? [
                    <Route
                      key={`${entry.path}/:id`}
                      path={`${entry.path}/:id`}
                      element={guard(<Record />)}
                    />,
                  ]
                : []),
            ];
          })}
          <Route path="/account" element={<AccountPage />} />
          <Route path="*" element={<NoSuchPage />} />
        </Routes>
      </Suspense>
    </ErrorBoundary>
  );
}

function ClosedPage() {
  const { t } = useTranslation();
  useTabTitle(t("problems.FORBIDDEN.title"));
  return <ProblemMessage problem={FORBIDDEN} />;
}

function NoPages() {
  const { t } = useTranslation();
  return <StateMessage title={t("states.noPages")} advice={t("states.noPagesHint")} />;
}

function NoSuchPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  useTabTitle(t("states.notFound"));
  return (
    <StateMessage
      title={t("states.notFound")}
      advice={t("states.notFoundHint")}
      action={<Button onClick={() => void navigate("/")}>{t("states.backHome")}</Button>}
    />
  );
}
