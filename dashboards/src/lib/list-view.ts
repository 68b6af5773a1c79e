export type Direction = "ASC" | "DESC";

/** What a list is ordered by. */
export interface Order<Field extends string> {
  readonly field: Field;
  readonly direction: Direction;
}

/** `NAME` upwards, `-NAME` downwards: how an order stands in the address. */
export function writeOrder<Field extends string>(
  order: Order<Field>,
  plain: Order<Field>,
): string | undefined {
  if (order.field === plain.field && order.direction === plain.direction) return undefined;
  return order.direction === "DESC" ? `-${order.field}` : order.field;
}

/** The plain order for no text and for one that names nothing. */
export function readOrder<Field extends string>(
  text: string | null,
  fields: readonly Field[],
  plain: Order<Field>,
  unread: (text: string) => void,
): Order<Field> {
  if (text === null) return plain;
  const direction: Direction = text.startsWith("-") ? "DESC" : "ASC";
  const field = fields.find((known) => known === text.replace(/^-/, ""));
  if (field) return { field, direction };
  unread(text);
  return plain;
}

/** Several values of one kind, separated by commas. Those not known are reported and left out. */
export function readChoices<Choice extends string>(
  text: string | null,
  choices: readonly Choice[],
  unread: (text: string) => void,
): readonly Choice[] {
  return (text ?? "")
    .split(",")
    .filter((part) => part !== "")
    .flatMap((part) => {
      const known = choices.find((choice) => choice === part);
      if (!known) unread(part);
      return known ? [known] : [];
    });
}
