import { QueryClientProvider } from "@tanstack/react-query";
import { ConfigProvider } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import { BrowserRouter } from "react-router";
import { useLocale } from "../i18n/use-locale.ts";
import { queryClient } from "../lib/query-client.ts";
import { antdTheme } from "../theme/antd-theme.ts";
import { useShade } from "../theme/appearance.ts";
import { ErrorBoundary } from "./error-boundary.tsx";
import { FrontDoor } from "./front-door.tsx";

const ANTD_TEXTS = { "zh-CN": zhCN, en: enUS };

/** Language, appearance and the session hold for everything below and change without a reload. */
export function App({ nonce }: { readonly nonce: string | undefined }) {
  const locale = useLocale();
  const shade = useShade();
  return (
    <ConfigProvider
      locale={ANTD_TEXTS[locale]}
      theme={antdTheme(shade)}
      button={{ autoInsertSpace: false }}
      {...(nonce ? { csp: { nonce } } : {})}
    >
      <ErrorBoundary>
        <QueryClientProvider client={queryClient}>
          <BrowserRouter>
            <FrontDoor />
          </BrowserRouter>
        </QueryClientProvider>
      </ErrorBoundary>
    </ConfigProvider>
  );
}
