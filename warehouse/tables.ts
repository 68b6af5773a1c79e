import type { Table } from "./define.ts";
import { dimLossReason, dimOpportunitySource, dimOpportunityStatus } from "./tables/dim-codes.ts";
import { dimCustomer } from "./tables/dim-customer.ts";
import { dimDate } from "./tables/dim-date.ts";
import { dimDepartment } from "./tables/dim-department.ts";
import { dimProduct } from "./tables/dim-product.ts";
import { dimUser } from "./tables/dim-user.ts";
import { etlWatermark } from "./tables/etl-watermark.ts";
import { factOpportunityTransition } from "./tables/fact-opportunity-transition.ts";
import { factOpportunity } from "./tables/fact-opportunity.ts";

/** Every table of the warehouse that questions may touch; the loader keeps its own stage beside them. */
export const TABLES: readonly Table[] = [
  dimDate,
  dimUser,
  dimDepartment,
  dimCustomer,
  dimProduct,
  dimOpportunitySource,
  dimOpportunityStatus,
  dimLossReason,
  factOpportunity,
  factOpportunityTransition,
  etlWatermark,
];
