import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { ApiKeyOrderField, ApiKeyRowFragment } from "../../../gql/graphql.ts";
import { ABSENT, useFormats } from "../../../lib/format.ts";
import { useDialogs } from "../../../parts/dialog-host.tsx";
import { Mark } from "../../../parts/mark.tsx";
import type { RecordColumn } from "../../../parts/record-table.tsx";
import { useViewer } from "../../../session/use-session.ts";
import { RevokeKeyDialog } from "./revoke-key-dialog.tsx";
import { useKeyRoles } from "./use-key-roles.ts";

type Column = RecordColumn<ApiKeyRowFragment, ApiKeyOrderField>;

export function useApiKeyColumns(): Column[] {
  const { t } = useTranslation();
  const formats = useFormats();
  const show = useDialogs();
  const mayRevoke = useViewer().permissions.includes("APIKEY_DELETE");
  const { nameOf } = useKeyRoles();
  const columns: Column[] = [
    { key: "name", title: t("apiKeys.name"), field: "NAME", cell: ({ name }) => name },
    { key: "state", title: t("apiKeys.state"), cell: (key) => <KeyState apiKey={key} /> },
    {
      key: "role",
      title: t("apiKeys.role"),
      cell: ({ role }) => (role === null ? ABSENT : nameOf(role)),
    },
    {
      key: "lastUsedAt",
      title: t("apiKeys.lastUsedAt"),
      field: "LAST_USED_AT",
      cell: ({ lastUsedAt }) =>
        lastUsedAt === null ? t("apiKeys.neverUsed") : formats.instant(lastUsedAt),
    },
    {
      key: "expiresAt",
      title: t("apiKeys.expiresAt"),
      field: "EXPIRES_AT",
      cell: ({ expiresAt }) => formats.instant(expiresAt),
    },
    {
      key: "createdBy",
      title: t("apiKeys.createdBy"),
      cell: ({ createdBy }) => createdBy ?? ABSENT,
    },
    {
      key: "createdAt",
      title: t("apiKeys.createdAt"),
      field: "CREATED_AT",
      spare: true,
      cell: ({ createdAt }) => formats.instant(createdAt),
    },
  ];
  if (!mayRevoke) return columns;
  return [
    ...columns,
    {
      key: "revoke",
      title: "",
      align: "right",
      cell: (key) =>
        key.revokedAt === null ? (
          <Button
            size="small"
            aria-label={t("apiKeys.revokeNamed", { name: key.name })}
            onClick={() => show((close) => <RevokeKeyDialog apiKey={key} onClose={close} />)}
          >
            {t("apiKeys.revoke")}
          </Button>
        ) : null,
    },
  ];
}

function KeyState({ apiKey: { revokedAt, expired } }: { readonly apiKey: ApiKeyRowFragment }) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (revokedAt !== null) {
    return (
      <span title={t("apiKeys.revokedAt", { time: formats.instant(revokedAt) })}>
        <Mark tone="bad">{t("apiKeys.states.revoked")}</Mark>
      </span>
    );
  }
  if (expired) {
    return <Mark tone="plain">{t("apiKeys.states.expired")}</Mark>;
  }
  return <Mark tone="good">{t("apiKeys.states.active")}</Mark>;
}
