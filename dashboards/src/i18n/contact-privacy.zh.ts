/** 联系人个人信息：查看掩码值、导出与清除。 */
export const contactPrivacy = {
  show: "查看",
  showOf: "查看 {{name}} 的{{field}}",
  reveal: {
    title: "查看掩码值",
    what: "{{name}} 的{{field}}只显示这一次；审计日志会记录您的原因。",
    empty: "没有填写",
    close: "关闭",
  },
  more: "{{name}} 的个人信息",
  moreShort: "个人信息",
  export: {
    open: "导出个人信息",
    verb: "导出",
    what: "把系统中关于此人的全部内容保存为 JSON 文件，交给本人。审计日志会记录此次导出。",
    file: "个人信息",
  },
  erase: {
    open: "清除个人信息…",
    title: "清除个人信息",
    verb: "清除",
    what: "此联系人将被永久删除，已结束的机会中不再保留其姓名和电话，审计日志中的个人信息也无法再读取。此操作不能撤销。",
    name: "请输入姓名“{{name}}”以确认",
    differs: "与姓名不一致",
  },
} as const;
