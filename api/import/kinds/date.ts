import { instantIn, isDay } from "../../../schema/kernel/clock.ts";
import type { Text } from "../../../schema/kernel/text.ts";
import { fault } from "../faults.ts";
import { yearFirst, type WrittenDate } from "./date-format.ts";
import type { Kind, ReadContext, Unreadable } from "./kind.ts";

/** A day of the calendar; a time behind it is not taken. */
export const day: Kind = {
  sqlType: "date",
  expects: "day, by dateFormat or yyyy-MM-dd",
  read(text, field, context) {
    const written = readWritten(text, field, context);
    return "fault" in written ? written : { value: dayOf(written) };
  },
};

/** A moment. A day alone is its beginning in the company's time zone. */
export const instant: Kind = {
  sqlType: "timestamptz",
  expects: "day or moment, by dateFormat or yyyy-MM-dd [HH:mm[:ss]][zone]",
  read(text, field, context) {
    const written = readWritten(text, field, context);
    if ("fault" in written) return written;
    const seconds = (written.hour * 60 + written.minute) * 60 + written.second;
    const moment =
      written.offset === undefined
        ? wallInstant(context, dayOf(written), seconds)
        : new Date(
            Date.parse(`${dayOf(written)}T00:00:00Z`) + (seconds - written.offset * 60) * 1_000,
          );
    return { value: moment.toISOString() };
  },
};

/** Most moments remembered. */
const REMEMBERED = 10_000;
const remembered = new WeakMap<ReadContext, Map<string, Date>>();

/** Dates come back all through a file, and asking the time zone is most of the work of reading one. */
function wallInstant(context: ReadContext, date: string, seconds: number): Date {
  const known = remembered.get(context) ?? new Map<string, Date>();
  remembered.set(context, known);
  const key = `${date} ${seconds}`;
  const moment = known.get(key) ?? instantIn(context.timeZone, date, seconds);
  if (known.size >= REMEMBERED) known.clear();
  known.set(key, moment);
  return moment;
}

const pad = (part: number): string => String(part).padStart(2, "0");
const dayOf = ({ year, month, day: dayOfMonth }: WrittenDate): string =>
  `${year}-${pad(month)}-${pad(dayOfMonth)}`;

function readWritten(text: string, field: Text, context: ReadContext): WrittenDate | Unreadable {
  const format = context.dateFormat ?? yearFirst;
  const written = format.read(text);
  if (!written) return { fault: fault("NOT_A_DATE", { field, format: format.pattern }) };
  const exists =
    isDay(dayOf(written)) && written.hour < 24 && written.minute < 60 && written.second < 60;
  return exists ? written : { fault: fault("IMPOSSIBLE_DATE", { field }) };
}
