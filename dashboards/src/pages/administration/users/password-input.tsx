import { Button, Input } from "antd";
import { useTranslation } from "react-i18next";

const ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const LENGTH = 16;

export interface PasswordInputProps {
  /** Given by a form. */
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (password: string) => void;
}

/** A password that is handed over: readable, and made up on demand without letters that look alike. */
export function PasswordInput({ id, value, onChange }: PasswordInputProps) {
  const { t } = useTranslation();
  return (
    <div style={{ display: "flex", gap: 8 }}>
      <Input
        {...(id ? { id } : {})}
        value={value ?? ""}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => onChange?.(target.value)}
      />
      <Button onClick={() => onChange?.(madeUp())}>{t("users.generate")}</Button>
    </div>
  );
}

function madeUp(): string {
  const random = crypto.getRandomValues(new Uint32Array(LENGTH));
  return [...random].map((number) => ALPHABET[number % ALPHABET.length]).join("");
}
