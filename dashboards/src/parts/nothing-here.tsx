import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { StateMessage } from "./state-message.tsx";

/** An empty answer: with a filter set nothing matches it, without one there is nothing at all. */
export function NothingHere() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  if (params.size === 0) {
    return <StateMessage title={t("states.noData")} advice={t("states.noDataHint")} />;
  }
  return (
    <StateMessage
      title={t("states.noMatch")}
      advice={t("states.noMatchHint")}
      action={<Button onClick={() => setParams({})}>{t("filters.clear")}</Button>}
    />
  );
}
