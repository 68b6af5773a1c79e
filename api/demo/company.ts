import type { Text } from "../../schema/kernel/text.ts";

/** A sales region of the demo company: where its customers sit and who sells there. */
export interface DemoRegion {
  readonly code: string;
  readonly name: Text;
  /** Offices below the region; each has sellers of its own. */
  readonly offices: readonly DemoOffice[];
  /** Share of all opportunities. */
  readonly weight: number;
}

export interface DemoOffice {
  readonly code: string;
  readonly name: Text;
  /** Region paths of the customers of the office, as the dictionary has them. */
  readonly places: readonly string[];
  readonly sellers: number;
}

export const DEMO_REGIONS: readonly DemoRegion[] = [
  {
    code: "EAST",
    name: { zh: "华东大区", en: "East" },
    weight: 34,
    offices: [
      {
        code: "EAST-SH",
        name: { zh: "上海办事处", en: "Shanghai" },
        places: ["华东 / 上海 / 浦东", "华东 / 上海 / 闵行", "华东 / 上海 / 嘉定"],
        sellers: 3,
      },
      {
        code: "EAST-JZ",
        name: { zh: "江浙办事处", en: "Jiangsu and Zhejiang" },
        places: [
          "华东 / 江苏 / 苏州",
          "华东 / 江苏 / 南京",
          "华东 / 浙江 / 杭州",
          "华东 / 浙江 / 宁波",
        ],
        sellers: 4,
      },
    ],
  },
  {
    code: "SOUTH",
    name: { zh: "华南大区", en: "South" },
    weight: 27,
    offices: [
      {
        code: "SOUTH-GZ",
        name: { zh: "广州办事处", en: "Guangzhou" },
        places: ["华南 / 广东 / 广州", "华南 / 广东 / 佛山", "华南 / 福建 / 厦门"],
        sellers: 3,
      },
      {
        code: "SOUTH-SZ",
        name: { zh: "深圳办事处", en: "Shenzhen" },
        places: ["华南 / 广东 / 深圳", "华南 / 广东 / 东莞"],
        sellers: 3,
      },
    ],
  },
  {
    code: "NORTH",
    name: { zh: "华北大区", en: "North" },
    weight: 18,
    offices: [
      {
        code: "NORTH-BJ",
        name: { zh: "北京办事处", en: "Beijing" },
        places: [
          "华北 / 北京 / 海淀",
          "华北 / 北京 / 亦庄",
          "华北 / 天津 / 滨海",
          "华北 / 山东 / 青岛",
        ],
        sellers: 4,
      },
    ],
  },
  {
    code: "WEST",
    name: { zh: "西部大区", en: "West" },
    weight: 11,
    offices: [
      {
        code: "WEST-CD",
        name: { zh: "成都办事处", en: "Chengdu" },
        places: ["西部 / 四川 / 成都", "西部 / 重庆 / 渝北", "西部 / 陕西 / 西安"],
        sellers: 3,
      },
    ],
  },
  {
    code: "OVERSEAS",
    name: { zh: "海外部", en: "Overseas" },
    weight: 10,
    offices: [
      {
        code: "OVERSEAS-EU",
        name: { zh: "欧洲办事处", en: "Europe" },
        places: ["海外 / 欧洲 / 汉堡", "海外 / 欧洲 / 米兰", "海外 / 欧洲 / 鹿特丹"],
        sellers: 2,
      },
      {
        code: "OVERSEAS-SEA",
        name: { zh: "东南亚办事处", en: "Southeast Asia" },
        places: ["海外 / 东南亚 / 新加坡", "海外 / 东南亚 / 曼谷"],
        sellers: 1,
      },
    ],
  },
];

/** A product line of the demo company, which makes equipment for factories. */
export interface DemoCategory {
  readonly name: string;
  readonly models: readonly (readonly [name: string, model: string, price: number])[];
  /** How often a deal is about it, and how long such a deal usually takes, in days. */
  readonly weight: number;
  readonly cycleDays: number;
}

export const DEMO_CATEGORIES: readonly DemoCategory[] = [
  {
    name: "伺服驱动",
    weight: 30,
    cycleDays: 38,
    models: [
      ["伺服驱动器 基础型", "SV-100", 3200],
      ["伺服驱动器 标准型", "SV-300", 5600],
      ["伺服驱动器 高性能型", "SV-700", 11800],
      ["伺服电机 1.5 kW", "SM-15", 4300],
    ],
  },
  {
    name: "工业机器人",
    weight: 16,
    cycleDays: 84,
    models: [
      ["六轴机器人 10 kg", "RB-610", 148000],
      ["六轴机器人 50 kg", "RB-650", 236000],
      ["协作机器人 5 kg", "CB-05", 96000],
    ],
  },
  {
    name: "机器视觉",
    weight: 20,
    cycleDays: 52,
    models: [
      ["智能相机 500 万像素", "VC-5", 12600],
      ["智能相机 1200 万像素", "VC-12", 21800],
      ["三维扫描头", "VS-3D", 58000],
      ["视觉软件 年度授权", "VX-L", 18000],
    ],
  },
  {
    name: "控制系统",
    weight: 24,
    cycleDays: 45,
    models: [
      ["可编程控制器 紧凑型", "PC-20", 2600],
      ["可编程控制器 模块型", "PC-80", 9800],
      ["工业触摸屏 10 寸", "HM-10", 3900],
      ["边缘网关", "EG-4", 5200],
    ],
  },
  {
    name: "维保服务",
    weight: 10,
    cycleDays: 24,
    models: [
      ["年度维保 标准", "MS-S", 26000],
      ["年度维保 7×24", "MS-P", 68000],
      ["产线改造咨询", "CS-1", 45000],
    ],
  },
];

export const DEMO_INDUSTRIES: readonly (readonly [string, number])[] = [
  ["汽车零部件", 18],
  ["电子制造", 20],
  ["新能源电池", 14],
  ["食品饮料", 9],
  ["医疗器械", 8],
  ["物流仓储", 9],
  ["包装印刷", 7],
  ["航空航天", 4],
  ["家用电器", 6],
  ["化工材料", 5],
];

/** Where demo opportunities come from, and how much likelier than usual they are won. */
export const DEMO_SOURCES: readonly (readonly [code: string, weight: number, lift: number])[] = [
  ["REFERRAL", 16, 1.3],
  ["PARTNER", 14, 1.15],
  ["EXHIBITION", 20, 0.95],
  ["WEBSITE", 24, 0.85],
  ["PHONE", 14, 0.9],
  ["CAMPAIGN", 12, 0.8],
];

export const DEMO_LOSS_REASONS: readonly (readonly [code: string, weight: number])[] = [
  ["PRICE", 31],
  ["COMPETITOR", 24],
  ["NO_BUDGET", 15],
  ["NO_DECISION", 13],
  ["TIMING", 9],
  ["NO_NEED", 8],
];
