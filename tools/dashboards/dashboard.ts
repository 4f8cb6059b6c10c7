export type Query = { expr: string; legend: string };

export type Panel = {
  title: string;
  /** Grafana's name: `s`, `reqps`, `percentunit`, `short`, `bytes`. */
  unit: string;
  queries: readonly Query[];
};

export type Dashboard = {
  uid: string;
  title: string;
  panels: readonly Panel[];
};

const columns = 2;
const width = 24 / columns;
const height = 8;

/** Grafana's own form of it: panels in two columns, over whatever Prometheus the person chooses. */
export function grafanaDashboard({ uid, title, panels }: Dashboard): object {
  return {
    uid,
    title,
    tags: ["finflow"],
    timezone: "browser",
    refresh: "30s",
    schemaVersion: 39,
    time: { from: "now-3h", to: "now" },
    templating: { list: [{ name: "source", label: "Prometheus", type: "datasource", query: "prometheus" }] },
    panels: panels.map((panel, index) => ({
      id: index + 1,
      title: panel.title,
      type: "timeseries",
      datasource: { type: "prometheus", uid: "$source" },
      gridPos: {
        x: (index % columns) * width,
        y: Math.floor(index / columns) * height,
        w: width,
        h: height,
      },
      fieldConfig: { defaults: { unit: panel.unit, min: 0 }, overrides: [] },
      options: { legend: { displayMode: "list", placement: "bottom" }, tooltip: { mode: "multi" } },
      targets: panel.queries.map(({ expr, legend }, query) => ({
        refId: String.fromCharCode(65 + query),
        expr,
        legendFormat: legend,
      })),
    })),
  };
}
