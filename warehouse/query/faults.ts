import { invalidInput, type AppError, type Issue } from "../../schema/kernel/errors.ts";
import { nearestNames } from "../../schema/kernel/nearest.ts";
import { fill, type Text } from "../../schema/kernel/text.ts";

/** Every fault of a question, so that whoever asks mends all of them at once. */
export class Faults {
  readonly #issues: Issue[] = [];

  add(path: string, text: Text, code = "INVALID"): void {
    this.#issues.push({ path, text, code });
  }

  /** A name that does not exist for the asker, with the valid names nearest to it. */
  unknownName(path: string, what: Text, wrong: string, valid: Iterable<string>): void {
    const suggestions = nearestNames(wrong, [...valid]);
    const hint: Text =
      suggestions.length === 0
        ? { zh: "", en: "" }
        : {
            zh: `；是否指 ${suggestions.join("、")}？`,
            en: `; did you mean ${suggestions.join(", ")}?`,
          };
    this.#issues.push({
      path,
      text: {
        zh: `没有名为“${wrong}”的${what.zh}${hint.zh}`,
        en: `There is no ${what.en} named "${wrong}"${hint.en}`,
      },
      code: "UNKNOWN_NAME",
      suggestions,
    });
  }

  notBuilt(path: string, name: string): void {
    this.add(
      path,
      fill({ zh: "暂不支持 {name}", en: "{name} is not available yet" }, { name }),
      "NOT_AVAILABLE",
    );
  }

  /** INVALID_INPUT with everything collected so far. */
  error(): AppError {
    return invalidInput(this.#issues);
  }

  throwIfAny(): void {
    if (this.#issues.length > 0) throw this.error();
  }
}
