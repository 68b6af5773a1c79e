import { join } from "node:path";
import { openWarehouse } from "../../../warehouse/engine/duckdb.ts";
import { runSql } from "../support/database.ts";
import { signedUp } from "../support/people.ts";
import { startProduct } from "../support/product.ts";
import { signIn } from "../support/sign-in.ts";
import { expect, test } from "../support/test.ts";

test("figures that could not be loaded for long are marked as out of date", async ({
  page,
  expectAccessible,
}) => {
  const product = await startProduct({ CRM_ADMIN_LOGIN: "admin" });
  try {
    await product.command("etl", "run");
    const person = await signedUp(product, "EXECUTIVE");
    await runSql(product.dataDir, "revoke select on crm.opportunity from crm_etl");
    await product.kill();
    await age(product.dataDir);
    await product.startAgain();
    await signIn(page, person, `${product.url}/management/sales`);
    const stamp = page.getByRole("note");
    await expect(stamp).toContainText("Out of date");
    await expectAccessible();
  } finally {
    await product.stop();
  }
});

/** As if the last load had been two hours ago. */
async function age(dataDir: string): Promise<void> {
  const warehouse = await openWarehouse({
    file: join(dataDir, "warehouse.duckdb"),
    stageDirectory: join(dataDir, "stage"),
    tempDirectory: join(dataDir, "temp"),
  });
  await warehouse.write((writer) =>
    writer.run(`update etl_watermark set loaded_at = loaded_at - interval 2 hour,
      source_max_time = source_max_time - interval 2 hour`),
  );
  await warehouse.close();
}
