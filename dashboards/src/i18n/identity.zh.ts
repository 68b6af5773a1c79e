/** Texts of signing in and of changing one's password. */
export const identity = {
  signIn: {
    title: "登录",
    login: "登录名",
    password: "密码",
    submit: "登录",
    needLogin: "请输入登录名",
    needPassword: "请输入密码",
    againTitle: "登录已过期",
    again:
      "请重新登录后继续。当前页面和已输入的内容会保留。如果无法登录，您的账户可能已被停用，请联系管理员。",
    leave: "放弃并退出",
    confirm: "验证并登录",
    back: "返回上一步",
    app: {
      label: "验证码",
      hint: "此账户已启用两步验证，请输入身份验证器应用中显示的 6 位数字。",
      need: "请输入验证码",
      use: "改用身份验证器应用",
    },
    recovery: {
      label: "恢复代码",
      hint: "请输入启用两步验证时保存的任意一个恢复代码，每个只能使用一次。",
      need: "请输入恢复代码",
      use: "拿不到手机？使用恢复代码",
    },
    forgot: "忘记密码？",
    or: "或",
    singleSignOn: "使用公司账号登录",
    SSO_FAILED: {
      title: "未能用公司账号登录",
      advice: "身份验证服务没有给出有效的答复，或等待时间过长。请重试；如再次失败，请联系管理员。",
    },
    SSO_NO_USER: {
      title: "没有与您的公司账号对应的用户",
      advice: "请管理员为您建立用户（邮箱须与公司账号一致），或检查该用户是否已停用。",
    },
  },
  password: {
    title: "设置新密码",
    why: "首次登录需要先更换密码，之后才能使用系统。",
    current: "当前密码",
    new: "新密码",
    repeat: "再次输入新密码",
    needNew: "请输入新密码",
    met: "（已满足）",
    notMet: "（未满足）",
    differ: "两次输入的新密码不一致",
    submit: "更换密码",
  },
} as const;
