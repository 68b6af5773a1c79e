import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "./icon.tsx";

/** Browsers give the clipboard to secure addresses only; elsewhere the text can still be selected. */
const CAN_COPY = "clipboard" in navigator;

/** Puts a text into the clipboard and says so. */
export function CopyButton({ text, label }: { readonly text: string; readonly label?: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState<string>();
  if (!CAN_COPY) return null;
  const isCopied = copied === text;
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(text);
  };
  return (
    <Button icon={<Icon name={isCopied ? "check" : "copy"} />} onClick={() => void copy()}>
      <span role="status">{isCopied ? t("copy.copied") : (label ?? t("copy.copy"))}</span>
    </Button>
  );
}
