import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useViewer } from "../../../session/use-session.ts";
import type { Role } from "./use-role-draft.ts";

/** Beside the name of a role: its code, and how many hold it. */
export function RoleNote({ role }: { readonly role: Role }) {
  const { t } = useTranslation();
  const holders = t("roles.held", { count: role.holders });
  const maySeeUsers = useViewer().permissions.includes("USER_UPDATE");
  return (
    <span style={{ color: "var(--text-secondary)" }}>
      {role.code}
      {role.builtIn ? ` · ${t("roles.builtIn")}` : ""}
      {" · "}
      {maySeeUsers && role.holders > 0 ? (
        <Link
          to={`/administration/users?role=${role.code}`}
          style={{ textDecoration: "underline" }}
        >
          {holders}
        </Link>
      ) : (
        holders
      )}
    </span>
  );
}
