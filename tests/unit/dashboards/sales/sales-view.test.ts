import { describe, expect, it } from "vitest";
import {
  repick,
  SALES_VIEW,
  USUAL_PERIOD,
  type SalesView,
} from "../../../../dashboards/src/pages/management/sales/sales-view.ts";

const PLAIN: SalesView = {
  period: USUAL_PERIOD,
  picked: {},
  trendAs: "chart",
  funnelAs: "chart",
  turned: [],
};

function readBack(view: SalesView): { view: SalesView; unread: string[] } {
  const params = new URLSearchParams();
  for (const [name, text] of Object.entries(SALES_VIEW.write(view))) {
    if (text) params.set(name, text);
  }
  const unread: string[] = [];
  return { view: SALES_VIEW.read(params, (text) => unread.push(text)), unread };
}

describe("the view of the sales page in the address", () => {
  it("is read back as it was written, also where keys hold what separates them", () => {
    const views: SalesView[] = [
      PLAIN,
      { ...PLAIN, period: { kind: "all" } },
      { ...PLAIN, period: { kind: "relative", name: "thisYear" }, trendAs: "table" },
      { ...PLAIN, picked: { industry: ["a,b", "100%"], tier: ["3"] }, turned: ["x/y"] },
    ];
    for (const view of views) expect(readBack(view)).toEqual({ view, unread: [] });
  });

  it("is plain for the usual view", () => {
    expect(Object.values(SALES_VIEW.write(PLAIN)).filter(Boolean)).toEqual([]);
  });

  it("tells what cannot be read and shows the usual instead", () => {
    const unread: string[] = [];
    const params = new URLSearchParams("closed=2017-02-31..x&trend=pie&tier=%25");
    const view = SALES_VIEW.read(params, (text) => unread.push(text));
    expect(view).toEqual({ ...PLAIN, picked: { tier: ["%"] } });
    expect(unread).toEqual(["2017-02-31..x", "pie"]);
  });

  it("takes a pick off where no member is left", () => {
    expect(repick({ tier: ["1"], region: ["x"] }, "tier")).toEqual({ region: ["x"] });
    expect(repick({ tier: ["1"] }, "tier", ["2", "3"])).toEqual({ tier: ["2", "3"] });
  });
});
