import { dimDepartment } from "../../warehouse/tables/dim-department.ts";
import type { LoadStep } from "./load-step.ts";
import { insertSql } from "./sql.ts";

/** The stage holds the whole tree of the snapshot; a department keeps its number. */
const TREE = `
  select s.id as department_id, s.code, s.name, s.parent_id, s.low, s.high,
         count(a.id)::integer as depth
  from stg_crm__department s
  left join stg_crm__department a on a.low < s.low and a.high >= s.low
  group by all`;

const COLUMNS = "department_id, code, name, parent_id, low, high, depth";

/** Today's tree, replaced as a whole when anything in it has changed: half of a move is no tree. */
export const loadDepartments: LoadStep = {
  name: "departments",
  async run({ writer }) {
    await writer.run(`create or replace temp table tree as ${TREE}`);
    const [difference] = await writer.rows(
      `with loaded as (select ${COLUMNS} from dim_department where department_key > 0),
            present as (select ${COLUMNS} from tree)
       select count(*) as rows from (
         (from present except from loaded) union all (from loaded except from present))`,
    );
    if (Number(difference?.["rows"]) === 0) return 0;
    await writer.run(
      `create or replace temp table known_department as
       select department_id, department_key from dim_department where department_key > 0`,
    );
    await writer.run("delete from dim_department where department_key > 0");
    return writer.run(
      insertSql(
        dimDepartment,
        {
          department_key: `coalesce(k.department_key,
            (select coalesce(max(department_key), 0) from known_department)
            + row_number() over (partition by k.department_key is null order by t.low))::integer`,
          department_id: "t.department_id",
          code: "t.code",
          name: "t.name",
          parent_id: "t.parent_id",
          low: "t.low",
          high: "t.high",
          depth: "t.depth",
        },
        "from tree t left join known_department k using (department_id)",
      ),
    );
  },
};
