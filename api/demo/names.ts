import type { Random } from "./random.ts";

type Words = readonly string[];

const SURNAMES: readonly (readonly [zh: string, pinyin: string])[] = [
  ["王", "wang"],
  ["李", "li"],
  ["张", "zhang"],
  ["刘", "liu"],
  ["陈", "chen"],
  ["杨", "yang"],
  ["赵", "zhao"],
  ["黄", "huang"],
  ["周", "zhou"],
  ["吴", "wu"],
  ["徐", "xu"],
  ["孙", "sun"],
  ["胡", "hu"],
  ["朱", "zhu"],
  ["高", "gao"],
  ["林", "lin"],
  ["何", "he"],
  ["郭", "guo"],
  ["马", "ma"],
  ["罗", "luo"],
  ["梁", "liang"],
  ["宋", "song"],
  ["郑", "zheng"],
  ["谢", "xie"],
  ["韩", "han"],
  ["唐", "tang"],
  ["冯", "feng"],
  ["董", "dong"],
  ["程", "cheng"],
  ["曹", "cao"],
  ["袁", "yuan"],
  ["邓", "deng"],
  ["许", "xu"],
  ["傅", "fu"],
  ["沈", "shen"],
  ["曾", "zeng"],
];
const GIVEN: readonly (readonly [zh: string, pinyin: string])[] = [
  ["伟", "wei"],
  ["静怡", "jingyi"],
  ["浩然", "haoran"],
  ["雪梅", "xuemei"],
  ["建国", "jianguo"],
  ["丽华", "lihua"],
  ["志强", "zhiqiang"],
  ["晓燕", "xiaoyan"],
  ["明轩", "mingxuan"],
  ["雨桐", "yutong"],
  ["俊杰", "junjie"],
  ["思远", "siyuan"],
  ["佳宁", "jianing"],
  ["博文", "bowen"],
  ["海涛", "haitao"],
  ["文静", "wenjing"],
  ["子涵", "zihan"],
  ["国栋", "guodong"],
  ["欣怡", "xinyi"],
  ["立新", "lixin"],
  ["婷婷", "tingting"],
  ["泽宇", "zeyu"],
  ["春兰", "chunlan"],
  ["鹏飞", "pengfei"],
  ["若琳", "ruolin"],
  ["永康", "yongkang"],
  ["诗涵", "shihan"],
  ["力行", "lixing"],
];
const WESTERN_FIRST: Words = [
  "Anna",
  "Marco",
  "Lena",
  "Jonas",
  "Sofia",
  "Pieter",
  "Clara",
  "Luca",
  "Nadia",
  "Tobias",
  "Ingrid",
  "Siti",
];
const WESTERN_LAST: Words = [
  "Becker",
  "Rossi",
  "van Dijk",
  "Hoffmann",
  "Conti",
  "Jansen",
  "Keller",
  "Ferrari",
  "Tan",
  "Suwan",
  "Vogel",
  "Moretti",
];
const BRAND: Words = [
  "恒信",
  "瑞丰",
  "天合",
  "博远",
  "科达",
  "华泰",
  "锐捷",
  "中联",
  "盛元",
  "嘉业",
  "金石",
  "远航",
  "德润",
  "汇智",
  "新锐",
  "启明",
  "宏图",
  "正阳",
  "万通",
  "凯胜",
  "优创",
  "精工",
  "百川",
  "卓越",
  "润泽",
  "同济",
  "长风",
  "星辰",
  "致远",
  "康益",
];
const TRADE: Readonly<Record<string, Words>> = {
  汽车零部件: ["汽车部件", "车身科技", "动力系统"],
  电子制造: ["电子", "精密电子", "半导体设备"],
  新能源电池: ["新能源", "锂电科技", "储能"],
  食品饮料: ["食品", "饮料", "乳业"],
  医疗器械: ["医疗器械", "生物科技"],
  物流仓储: ["物流", "智能仓储"],
  包装印刷: ["包装", "印刷"],
  航空航天: ["航空装备", "航天科技"],
  家用电器: ["电器", "智能家电"],
  化工材料: ["新材料", "化工"],
};
const WESTERN_BRAND: Words = [
  "Alderbrook",
  "Brightline",
  "Castellan",
  "Dunmore",
  "Elbtal",
  "Fjordline",
  "Gransee",
  "Hallmark",
  "Isarwerk",
  "Jadeport",
  "Kestrel",
  "Lindqvist",
  "Merlion",
  "Nordhaven",
  "Oakfield",
  "Pavia",
  "Quayside",
  "Rheinhof",
  "Silverton",
  "Tamarind",
  "Umbria",
  "Vestergaard",
  "Westmark",
  "Zephyr",
];
const WESTERN_TRADE: Readonly<Record<string, Words>> = {
  汽车零部件: ["Automotive", "Drivetrain"],
  电子制造: ["Electronics", "Circuits"],
  新能源电池: ["Energy Storage", "Battery Systems"],
  食品饮料: ["Foods", "Beverages"],
  医疗器械: ["Medical", "Life Sciences"],
  物流仓储: ["Logistics", "Warehousing"],
  包装印刷: ["Packaging", "Print"],
  航空航天: ["Aerospace", "Avionics"],
  家用电器: ["Appliances", "Home Tech"],
  化工材料: ["Chemicals", "Materials"],
};

export interface DemoPerson {
  readonly name: string;
  readonly login: string;
}

export function chineseName(random: Random): DemoPerson {
  const [surname, surnamePinyin] = random.pick(SURNAMES);
  const [given, givenPinyin] = random.pick(GIVEN);
  return { name: surname + given, login: `${givenPinyin}.${surnamePinyin}` };
}

export function westernName(random: Random): DemoPerson {
  const given = random.pick(WESTERN_FIRST);
  const family = random.pick(WESTERN_LAST);
  return {
    name: `${given} ${family}`,
    login: `${given}.${family.replaceAll(" ", "")}`.toLowerCase(),
  };
}

/** A company's name in the language of its place: what tells it apart, and its legal form. */
export interface DemoCompanyName {
  readonly stem: string;
  readonly name: string;
}

/** Names come again: the caller keeps the stems apart, since the legal form tells no two companies apart. */
export function companyName(random: Random, region: string, industry: string): DemoCompanyName {
  if (region.startsWith("海外")) {
    const trade = random.pick(WESTERN_TRADE[industry] ?? ["Industries"]);
    const stem = `${random.pick(WESTERN_BRAND)} ${trade}`;
    const forms = region.includes("东南亚") ? ["Pte. Ltd."] : ["GmbH", "S.p.A.", "B.V."];
    return { stem, name: `${stem} ${random.pick(forms)}` };
  }
  const city = region.split(" / ").at(-1) ?? region;
  const stem = `${city}${random.pick(BRAND)}${random.pick(TRADE[industry] ?? ["实业"])}`;
  const form = random.weighted([
    ["有限公司", 7],
    ["股份有限公司", 2],
    ["集团有限公司", 1],
  ]);
  return { stem, name: stem + form };
}
