import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { Icon } from "../parts/icon.tsx";
import { chooseAppearance, useAppearance, useShade, type Appearance } from "../theme/appearance.ts";

const CHOICES = [
  { key: "light", icon: "sun" },
  { key: "dark", icon: "moon" },
  { key: "system", icon: "screen" },
] as const satisfies readonly { key: Appearance; icon: string }[];

export function AppearanceMenu() {
  const { t } = useTranslation();
  const shade = useShade();
  return (
    <Dropdown
      trigger={["click"]}
      // It stays at its button, which does not scroll away.
      getPopupContainer={(button) => button.parentElement ?? document.body}
      menu={{
        selectable: true,
        selectedKeys: [useAppearance()],
        items: CHOICES.map(({ key, icon }) => ({
          key,
          icon: <Icon name={icon} />,
          label: t(`shell.${key}`),
          onClick: () => chooseAppearance(key),
        })),
      }}
    >
      <Button
        type="text"
        icon={<Icon name={shade === "dark" ? "moon" : "sun"} />}
        aria-label={t("shell.appearance")}
      />
    </Dropdown>
  );
}
