import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { StateMessage } from "./state-message.tsx";

/** What is said where there is nothing at all, if it is not about loading data. */
export interface EmptyWords {
  readonly title: string;
  readonly advice: string;
}

/** An empty answer: with a filter set nothing matches it, without one there is nothing at all. */
export function NothingHere({ empty }: { readonly empty?: EmptyWords | undefined }) {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  if (params.size === 0) {
    const plain = { title: t("states.noData"), advice: t("states.noDataHint") };
    return <StateMessage {...(empty ?? plain)} />;
  }
  return (
    <StateMessage
      title={t("states.noMatch")}
      advice={t("states.noMatchHint")}
      action={<Button onClick={() => setParams({})}>{t("filters.clear")}</Button>}
    />
  );
}
