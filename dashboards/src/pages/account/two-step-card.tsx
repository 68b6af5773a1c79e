import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import { SecondFactorStateDocument } from "../../gql/graphql.ts";
import { useFormats } from "../../lib/format.ts";
import { useAnswer } from "../../lib/use-answer.ts";
import { Answered } from "../../parts/answered.tsx";
import { Card } from "../../parts/card.tsx";
import { useDialogs } from "../../parts/dialog-host.tsx";
import { Mark } from "../../parts/mark.tsx";
import { Skeleton } from "../../parts/skeleton.tsx";
import styles from "./account.module.css";
import { EnrolDialog } from "./enrol-dialog.tsx";
import { RenewCodesDialog } from "./renew-codes-dialog.tsx";
import { TurnOffDialog } from "./turn-off-dialog.tsx";

/** Below this somebody should make new ones. */
const FEW_CODES = 3;

/** Whether signing in takes a code beside the password, and how to change that. */
export function TwoStepCard() {
  const { t } = useTranslation();
  const query = useAnswer(
    SecondFactorStateDocument,
    {},
    { select: ({ secondFactor }) => secondFactor },
  );
  return (
    <Card title={t("account.twoStep.title")}>
      <Answered query={query} skeleton={<Skeleton lines={2} height={24} />}>
        {({ enabled, recoveryCodesLeft }) =>
          enabled ? <TurnedOn codesLeft={recoveryCodesLeft} /> : <TurnedOff />
        }
      </Answered>
    </Card>
  );
}

function TurnedOff() {
  const { t } = useTranslation();
  const show = useDialogs();
  return (
    <>
      <p className={styles["why"]}>{t("account.twoStep.why")}</p>
      <div className={styles["row"]}>
        <Button type="primary" onClick={() => show((close) => <EnrolDialog onClose={close} />)}>
          {t("account.twoStep.setUp")}
        </Button>
        <Mark tone="plain">{t("account.twoStep.off")}</Mark>
      </div>
    </>
  );
}

function TurnedOn({ codesLeft }: { readonly codesLeft: number }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const show = useDialogs();
  return (
    <>
      <p className={styles["why"]}>
        <Mark tone="good">{t("account.twoStep.on")}</Mark> · {t("account.twoStep.enabled")}{" "}
        {t("account.twoStep.left", { left: formats.number(codesLeft) })}
      </p>
      {codesLeft < FEW_CODES ? (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 16 }}
          title={t("account.twoStep.few")}
        />
      ) : null}
      <div className={styles["row"]}>
        <Button onClick={() => show((close) => <RenewCodesDialog onClose={close} />)}>
          {t("account.twoStep.renew")}
        </Button>
        <Button danger onClick={() => show((close) => <TurnOffDialog onClose={close} />)}>
          {t("account.twoStep.turnOff")}
        </Button>
      </div>
    </>
  );
}
