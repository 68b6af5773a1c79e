/** The rows that the demo generator makes, column by column as PostgreSQL has them. */
export interface DepartmentRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly parent_id: string;
}
export interface UserRow {
  readonly id: string;
  readonly login: string;
  readonly display_name: string;
  readonly email: string;
  readonly department_id: string;
  readonly locale: string;
  readonly created_at: string;
}
export interface UserRoleRow {
  readonly user_id: string;
  readonly role: string;
}
export interface DictionaryRow {
  readonly type: string;
  readonly code: string;
  readonly caption_zh: string;
  readonly caption_en: string;
  readonly sort_order: number;
}
export interface ProductRow {
  readonly id: string;
  readonly source: string;
  readonly external_id: string;
  readonly name: string;
  readonly model: string;
  readonly category: string;
  readonly unit: string;
  readonly price: string;
  readonly currency: string;
  readonly source_updated_at: string;
  readonly fetched_at: string;
}
export interface CustomerRow {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly region: string;
  readonly tier: number;
  readonly industry: string;
  readonly account_manager_id: string;
  readonly satisfaction: number | null;
  readonly credit: number | null;
  readonly phone: string;
  readonly website: string | null;
  readonly employee_count: number;
  readonly annual_turnover: string;
  readonly created_at: string;
}
export interface ContactRow {
  readonly id: string;
  readonly customer_id: string;
  readonly name: string;
  readonly position: string;
  readonly mobile: string;
  readonly email: string;
  readonly is_primary: boolean;
  readonly created_at: string;
}
export interface OpportunityRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly source: string;
  readonly customer_id: string | null;
  readonly customer_name: string | null;
  readonly contact_name: string | null;
  readonly success_rate: number;
  readonly description: string;
  readonly strategy: string | null;
  readonly estimated_amount: string;
  readonly currency: string;
  readonly expected_close_on: string;
  readonly assignee_id: string | null;
  readonly assigned_at: string | null;
  readonly status: string;
  readonly furthest_status: string;
  readonly status_since: string;
  readonly first_developed_at: string | null;
  readonly closed_at: string | null;
  readonly closed_amount: string | null;
  readonly loss_reason: string | null;
  readonly result_customer_id: string | null;
  readonly created_by_id: string;
  readonly created_at: string;
}
export interface OpportunityProductRow {
  readonly opportunity_id: string;
  readonly product_id: string;
  readonly line_no: number;
  readonly quantity: string;
  readonly unit_price: string;
  readonly currency: string;
}
export interface TransitionRow {
  readonly opportunity_id: string;
  readonly seq: number;
  readonly from_status: string | null;
  readonly to_status: string;
  readonly direction: string;
  readonly at: string;
  readonly by_user_id: string;
  readonly by_principal: string;
  readonly success_rate: number;
  readonly amount: string;
  readonly currency: string;
}
export interface PlanItemRow {
  readonly opportunity_id: string;
  readonly planned_on: string;
  readonly content: string;
  readonly result: string | null;
  readonly executed_at: string | null;
  readonly executed_by_id: string | null;
  readonly created_by_id: string;
  readonly created_at: string;
}
export interface DealRow {
  readonly opportunity_id: string;
  readonly customer_id: string;
  readonly amount: string;
  readonly currency: string;
  readonly closed_at: string;
}

/** Everything that the demo company consists of, in the order in which it can be inserted. */
export interface DemoRows {
  readonly departments: DepartmentRow[];
  readonly users: UserRow[];
  readonly userRoles: UserRoleRow[];
  readonly dictionary: DictionaryRow[];
  readonly products: ProductRow[];
  readonly customers: CustomerRow[];
  readonly contacts: ContactRow[];
  readonly opportunities: OpportunityRow[];
  readonly opportunityProducts: OpportunityProductRow[];
  readonly transitions: TransitionRow[];
  readonly planItems: PlanItemRow[];
  readonly deals: DealRow[];
}
