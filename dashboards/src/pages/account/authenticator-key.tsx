import { QRCode } from "antd";
import { useTranslation } from "react-i18next";
import { CopyButton } from "../../parts/copy-button.tsx";
import styles from "./authenticator-key.module.css";

export interface AuthenticatorKeyProps {
  readonly secret: string;
  /** The same as the address that apps read from a QR code. */
  readonly uri: string;
}

/** A key for an authenticator app, to be scanned or typed. */
export function AuthenticatorKey({ secret, uri }: AuthenticatorKeyProps) {
  const { t } = useTranslation();
  return (
    <div className={styles["key"]}>
      {/* Dark on light in both appearances: that is what cameras find. */}
      <QRCode
        type="svg"
        value={uri}
        size={176}
        marginSize={2}
        color="#000"
        bgColor="#fff"
        role="img"
        aria-label={t("account.twoStep.qr")}
      />
      <div className={styles["words"]}>
        <p>{t("account.twoStep.scan")}</p>
        <p className={styles["hint"]}>{t("account.twoStep.byHand")}</p>
        <code className={styles["secret"]}>{inFours(secret)}</code>
        <CopyButton text={secret} />
      </div>
    </div>
  );
}

/** As people read it out to themselves; apps do not mind the spaces. */
const inFours = (secret: string) => secret.replace(/(.{4})(?=.)/g, "$1 ");
