import { dimProduct } from "../../warehouse/tables/dim-product.ts";
import type { LoadStep } from "./load-step.ts";
import { insertSql } from "./sql.ts";
import { deletedIds } from "./tombstones.ts";

/** Products as they are now. A changed product keeps its number. */
export const loadProducts: LoadStep = {
  name: "products",
  async run({ writer }) {
    const changed = `(select id from stg_crm__product union all ${deletedIds("product")})`;
    await writer.run(
      `create or replace temp table known_product as
       select product_id, product_key from dim_product where product_id in ${changed}`,
    );
    const highest = `(select coalesce(max(product_key), 0) from dim_product where product_key > 0)`;
    await writer.run(`create or replace temp table highest_product as select ${highest} as key`);
    await writer.run(`delete from dim_product where product_id in ${changed}`);
    return writer.run(
      insertSql(
        dimProduct,
        {
          product_key: `coalesce(k.product_key, (select key from highest_product)
            + row_number() over (partition by k.product_key is null order by s.source, s.external_id))::integer`,
          product_id: "s.id",
          source: "s.source",
          external_id: "s.external_id",
          name: "s.name",
          category: "s.category",
        },
        "from stg_crm__product s left join known_product k on k.product_id = s.id",
      ),
    );
  },
};
