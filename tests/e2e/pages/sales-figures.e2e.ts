import { apiAs } from "../support/api.ts";
import { READINGS } from "../support/reading.ts";
import { expect, test } from "../support/test.ts";

test.use({ companyName: "demo" });

interface Figures {
  readonly cubeQuery: {
    readonly axes: {
      readonly rows: {
        readonly positions: readonly { ordinal: number; members: { caption: string }[] }[];
      };
    };
    readonly cells: readonly { row: number; measure: string; show: string; formatted: string }[];
  };
}

const ASK = `query($input: CubeQueryInput!) { cubeQuery(input: $input) {
  axes { rows { positions { ordinal members { caption } } } }
  cells { row measure show formatted }
} }`;
const YEAR = { relative: { unit: "MONTH", count: 12, offset: 0, toDate: false } };
const CLOSED = { test: { dimension: "opportunityStatus", op: "IN", members: ["WON", "LOST"] } };
const time = (dimension: string) => ({ dimension, range: YEAR, timeZone: "Asia/Shanghai" });
const whole = (measure: string) => ({ measure, format: { decimals: 0 } });

const NAMES = {
  "zh-CN": {
    title: "销售业绩",
    table: "以表格显示",
    trend: "月度趋势",
    funnel: "销售漏斗",
    pipeline: "当前在途",
  },
  en: {
    title: "Sales results",
    table: "Show as table",
    trend: "Monthly trend",
    funnel: "Funnel",
    pipeline: "Pipeline now",
  },
};

for (const reading of READINGS) {
  test.describe(`the sales page in ${reading.locale}, ${reading.shade}`, () => {
    test.use({ reading });
    const names = NAMES[reading.locale];

    test("opens on a year of figures, those of the API, with the change since last year", async ({
      company,
      openAs,
    }) => {
      const { executive } = company;
      const api = await apiAs(company.url, executive.login, executive.password, reading.locale);
      const measures = ["wonAmount", "averageWonAmount"].map(whole);
      const { cubeQuery } = await api.ask<Figures>(ASK, {
        input: {
          cube: "opportunities",
          measures: [...measures, { measure: "winRate" }, { measure: "wonCount" }].map((each) => ({
            ...each,
            show: ["VALUE", "COMPARISON_PCT"],
          })),
          filters: CLOSED,
          time: {
            ...time("closedDate"),
            compareTo: { samePeriodLastYear: true },
            partialPeriods: "COMPARE_TO_DATE",
          },
        },
      });
      const page = await openAs(executive, "/management/sales");
      await expect(page.getByRole("heading", { level: 1, name: names.title })).toBeVisible();
      for (const { measure, show, formatted } of cubeQuery.cells) {
        const value = page.locator(`[data-measure=${measure}]`);
        await expect(show === "VALUE" ? value : value.locator("..")).toContainText(formatted);
      }
      await expect(page.getByRole("img", { name: names.trend })).toBeVisible();
    });

    test("shows the funnel of what was created in the year, as chart and as table", async ({
      company,
      openAs,
    }) => {
      const { executive } = company;
      const api = await apiAs(company.url, executive.login, executive.password, reading.locale);
      const counts = ["opportunityCount", "assignedCount", "developedCount", "wonCount"];
      const { cubeQuery } = await api.ask<Figures>(ASK, {
        input: {
          cube: "opportunities",
          measures: [...counts.map((measure) => ({ measure })), whole("developedAmount")],
          time: time("createdDate"),
        },
      });
      const figure = (measure: string) =>
        cubeQuery.cells.find((cell) => cell.measure === measure)?.formatted ?? "absent";
      const page = await openAs(executive, "/management/sales");
      const funnel = page.getByRole("region", { name: names.funnel });
      const stages = funnel.getByRole("list").getByRole("listitem");
      for (const [index, measure] of counts.entries()) {
        await expect(stages.nth(index)).toContainText(figure(measure));
      }
      await funnel.getByRole("button", { name: names.table }).click();
      await expect(page).toHaveURL(/funnel=table/);
      await page.reload();
      const rows = page.getByRole("table", { name: names.funnel }).getByRole("row");
      for (const [index, measure] of counts.entries()) {
        await expect(rows.nth(index + 1)).toContainText(figure(measure));
      }
      await expect(rows.nth(3)).toContainText(figure("developedAmount"));
    });

    test("shows the trend as a table too, with every month of the API", async ({
      company,
      openAs,
    }) => {
      const { executive } = company;
      const api = await apiAs(company.url, executive.login, executive.password, reading.locale);
      const { cubeQuery } = await api.ask<Figures>(ASK, {
        input: {
          cube: "opportunities",
          measures: [whole("wonAmount")],
          rows: [
            {
              item: {
                level: { dimension: "closedDate", hierarchy: "calendar", level: "month" },
              },
            },
          ],
          totals: { grandRow: false },
          filters: CLOSED,
          time: time("closedDate"),
        },
      });
      const page = await openAs(executive, "/management/sales?trend=table");
      const rows = page.getByRole("table", { name: names.trend }).getByRole("row");
      for (const { ordinal, members } of cubeQuery.axes.rows.positions) {
        const cell = cubeQuery.cells.find((each) => each.row === ordinal);
        await expect(rows.nth(ordinal + 1)).toContainText(members[0]?.caption ?? "absent");
        await expect(rows.nth(ordinal + 1)).toContainText(cell?.formatted ?? "absent");
      }
      await expect(page.getByRole("table", { name: names.pipeline })).toBeVisible();
    });
  });
}

for (const width of [1024, 390]) {
  test.describe(`on a screen of ${width}`, () => {
    test.use({ viewport: { width, height: 900 } });

    test("no key figure is cut and the page does not scroll sideways", async ({
      company,
      openAs,
    }) => {
      const page = await openAs(company.executive, "/management/sales");
      const figures = page.locator("[data-measure]");
      await expect(figures.first()).toHaveText(/\d/);
      for (const figure of await figures.all()) {
        expect(await figure.evaluate((each) => each.scrollWidth - each.clientWidth)).toBe(0);
      }
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(beyond).toBe(0);
    });
  });
}

for (const width of [1440, 390]) {
  test.describe(`the trend on a screen of ${width}`, () => {
    test.use({ viewport: { width, height: 900 } });

    test("has labels that do not touch, and tells the rest under the pointer", async ({
      company,
      openAs,
    }) => {
      const page = await openAs(
        company.executive,
        "/management/sales?closed=2025-01-01..2025-12-31",
      );
      const picture = page.getByRole("img", { name: "Monthly trend" });
      await expect(picture).toBeVisible();
      const touching = await picture.evaluate((svg) => {
        const boxes = Array.from(svg.querySelectorAll("text"), (text) => ({
          name: text.textContent,
          ...JSON.parse(JSON.stringify(text.getBoundingClientRect())),
        })) as { name: string; left: number; right: number; top: number; bottom: number }[];
        return boxes.flatMap((one, index) =>
          boxes
            .slice(index + 1)
            .filter(
              (other) =>
                one.left < other.right &&
                other.left < one.right &&
                one.top < other.bottom &&
                other.top < one.bottom,
            )
            .map((other) => `${one.name} / ${other.name}`),
        );
      });
      expect(touching).toEqual([]);
      await picture.hover({ position: { x: 10, y: 120 } });
      await expect(page.getByText("Jan 2025", { exact: true }).last()).toBeVisible();
      await picture.click({ position: { x: 10, y: 120 } });
      await expect(page.getByRole("dialog")).toContainText("Won amount · Jan 2025");
    });
  });
}
