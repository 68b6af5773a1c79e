import type { ShellTexts } from "./texts.ts";

/** Personal data of contacts: showing what is masked, exporting, erasing. */
export const contactPrivacy: ShellTexts["contactPrivacy"] = {
  show: "Show",
  showOf: "Show {{field}} of {{name}}",
  reveal: {
    title: "Show a masked value",
    what: "{{field}} of {{name}} is shown this once; the audit log keeps your reason.",
    empty: "Nothing is entered",
    close: "Close",
  },
  more: "Personal data of {{name}}",
  moreShort: "Personal data",
  export: {
    open: "Export personal data",
    verb: "Export",
    what: "Saves everything that is held about this person as a JSON file, to be handed to them. The audit log keeps that it was exported.",
    file: "personal-data",
  },
  erase: {
    open: "Erase personal data…",
    title: "Erase personal data",
    verb: "Erase",
    what: "Deletes this contact for good. Closed opportunities keep neither name nor telephone, and what the audit log told of the person can no longer be read. This cannot be undone.",
    name: "Type the name “{{name}}” to confirm",
    differs: "This is not the name",
  },
};
