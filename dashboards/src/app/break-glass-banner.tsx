import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { EndBreakGlassDocument } from "../gql/graphql.ts";
import { useLocale } from "../i18n/use-locale.ts";
import { usePlainCommand } from "../lib/use-command.ts";
import { Icon } from "../parts/icon.tsx";
import { Refused } from "../parts/refused.tsx";
import { seeViewer } from "../session/session.ts";
import { useViewer } from "../session/use-session.ts";
import styles from "./break-glass-banner.module.css";
import { useRightsAfter } from "./use-rights-after.ts";

/** While somebody may read everything, no page lets them forget it. */
export function BreakGlassBanner() {
  const { breakGlassUntil } = useViewer();
  return breakGlassUntil === null ? null : <Banner until={breakGlassUntil} />;
}

function Banner({ until }: { readonly until: string }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const end = usePlainCommand(EndBreakGlassDocument);
  useRightsAfter(until);
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: "short" });
  const time = clock.format(Date.parse(until));
  const zone = clock.resolvedOptions().timeZone;
  return (
    <section className={styles["banner"]} aria-label={t("breakGlass.title")}>
      <Icon name="warning" />
      <p role="status" className={styles["text"]}>
        <strong>{t("breakGlass.on", { time, zone })}</strong> {t("breakGlass.recorded")}
      </p>
      <Button
        loading={end.isPending}
        onClick={() =>
          end.mutate({}, { onSuccess: ({ endBreakGlass }) => seeViewer(endBreakGlass) })
        }
      >
        {t("breakGlass.end")}
      </Button>
      {end.isError ? <Refused problem={end.error} /> : null}
    </section>
  );
}
