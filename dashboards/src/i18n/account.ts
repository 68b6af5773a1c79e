import { account as en } from "./account.en.ts";
import { account as zh } from "./account.zh.ts";
import { i18n } from "./i18n.ts";

// Both languages come with the pages that need them: few people see these, and everybody loads the shell.
i18n.addResourceBundle("zh-CN", "app", zh, true);
i18n.addResourceBundle("en", "app", en, true);
