import { Select } from "antd";
import {
  AssigneeChoicesDocument,
  CustomerChoicesDocument,
  DictionaryChoicesDocument,
  type DictionaryType,
} from "../../../../gql/graphql.ts";
import { useAnswer } from "../../../../lib/use-answer.ts";
import { RecordSelect } from "../../../../parts/record-select.tsx";

interface Field {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (id: string | undefined) => void;
}

/** Active colleagues; the server says whether the one chosen may be given the work. */
export function AssigneeSelect(field: Field) {
  return (
    <RecordSelect
      {...field}
      document={AssigneeChoicesDocument}
      variables={(search) => ({
        filter: { active: { eq: true }, ...(search ? { displayName: { contains: search } } : {}) },
      })}
      choices={({ users }) =>
        users.edges.map(({ node }) => ({
          value: node.id,
          label: `${node.displayName} · ${node.department.name}`,
        }))
      }
    />
  );
}

export function CustomerSelect(field: Field) {
  return (
    <RecordSelect
      {...field}
      document={CustomerChoicesDocument}
      variables={(search) => ({
        filter: {
          status: { eq: "ACTIVE" as const },
          ...(search ? { name: { contains: search } } : {}),
        },
      })}
      choices={({ customers }) =>
        customers.edges.map(({ node }) => ({
          value: node.id,
          label: `${node.name} · ${node.number}`,
        }))
      }
    />
  );
}

export interface DictionarySelectProps extends Field {
  readonly type: DictionaryType;
  /** Regions are named by their path, everything else by the entry's id. */
  readonly by?: "id" | "code";
}

export function DictionarySelect({ type, by = "id", ...field }: DictionarySelectProps) {
  const query = useAnswer(DictionaryChoicesDocument, { type });
  const entries = query.data?.dictionaryEntries.edges ?? [];
  return (
    <Select<string>
      {...field}
      showSearch={{ optionFilterProp: "label" }}
      loading={query.isFetching}
      options={entries.map(({ node }) => ({ value: node[by], label: node.caption }))}
    />
  );
}
