import { addDays, dayIn } from "../../schema/kernel/clock.ts";
import { officeHour } from "./calendar.ts";
import type { DemoTime } from "./opportunities.ts";
import type { DemoSeller } from "./organisation.ts";
import type { Random } from "./random.ts";
import type { PlanItemRow } from "./rows.ts";

/** What a seller plans, and what usually comes of it. */
const STEPS = [
  ["电话沟通需求与预算", "确认预算区间，对方希望看到同类案例"],
  ["上门拜访，介绍方案", "技术负责人认可方案，要求补充参数"],
  ["提交报价与技术方案", "报价已收，等待内部评审"],
  ["安排样机试用", "试用两周，反馈良好，需调整接口"],
  ["商务谈判，确认交期与付款", "付款方式基本谈妥，法务审合同"],
  ["邀请参观示范产线", "客户一行四人到访，评价积极"],
] as const;

interface Development {
  readonly id: string;
  readonly seller: DemoSeller;
  readonly from: Date;
  /** When the opportunity was closed, if it was. */
  readonly to: Date | undefined;
  readonly time: DemoTime;
}

/** One to four steps of a development plan; sellers who are quick also keep their days better. */
export function makePlan(random: Random, development: Development): PlanItemRow[] {
  const { seller, time, from, to } = development;
  const count = random.between(1, 4);
  const start = dayIn(time.zone, from);
  return Array.from({ length: count }, (_, index) => {
    const [content, result] = random.pick(STEPS);
    const plannedOn = addDays(start, 2 + index * random.between(5, 14));
    const late = random.chance(0.12 * seller.pace) ? random.between(1, 12) : 0;
    const doneAt = officeHour(random, time.zone, addDays(plannedOn, late));
    const done = doneAt <= (to ?? time.now) && random.chance(0.93);
    return {
      opportunity_id: development.id,
      planned_on: plannedOn,
      content,
      result: done ? result : null,
      executed_at: done ? doneAt.toISOString() : null,
      executed_by_id: done ? seller.user.id : null,
      created_by_id: seller.user.id,
      created_at: from.toISOString(),
    };
  });
}
