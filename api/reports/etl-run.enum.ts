import { registerEnumType } from "type-graphql";
import { ETL_MODES, ETL_STATUSES, ETL_TRIGGERS } from "../../schema/reports/etl-run.entity.ts";
import { enumOf } from "../lists/enum-of.ts";

export const EtlMode = enumOf(ETL_MODES);
registerEnumType(EtlMode, {
  name: "EtlMode",
  description: "How much a run loads.",
  valuesConfig: {
    INCREMENTAL: { description: "What has changed since the last run." },
    FULL: { description: "Everything, into a new warehouse." },
  },
});

export const EtlStatus = enumOf(ETL_STATUSES);
registerEnumType(EtlStatus, {
  name: "EtlStatus",
  description: "How far a run has come.",
  valuesConfig: {
    QUEUED: { description: "It waits for its turn." },
    RUNNING: { description: "It is loading." },
    SUCCEEDED: { description: "Its data can be asked." },
    FAILED: { description: "It has changed nothing; `error` says why." },
    CANCELLED: { description: "It was stopped and has changed nothing." },
  },
});

export const EtlTrigger = enumOf(ETL_TRIGGERS);
registerEnumType(EtlTrigger, {
  name: "EtlTrigger",
  description: "What asked for a run.",
  valuesConfig: {
    SCHEDULE: { description: "The timetable." },
    MANUAL: { description: "Somebody." },
    START: { description: "The start of the server." },
  },
});
