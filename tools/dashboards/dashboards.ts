import type { Dashboard } from "./dashboard.ts";

const ours = 'namespace="finflow"';
const calls = "rpc_server_call_duration_seconds";
const faults = 'rpc_status_code=~"UNKNOWN|INTERNAL|UNAVAILABLE|DEADLINE_EXCEEDED|DATA_LOSS"';
const unary = 'rpc_method!~".*/(Watch.*|.*Stream)"';
const every = "$__rate_interval";

/** The figure below which so many of a histogram's observations lie. */
const quantile = (q: number, by: string, metric: string, labels: string) =>
  `histogram_quantile(${q}, sum by (le${by && `, ${by}`}) (rate(${metric}_bucket{${labels}}[${every}])))`;

const callsDashboard: Dashboard = {
  uid: "finflow-calls",
  title: "Finflow: calls",
  panels: [
    {
      title: "Pods that answer",
      unit: "short",
      queries: [{ expr: `sum by (job) (up{${ours}})`, legend: "{{job}}" }],
    },
    {
      title: "Calls that fail by our fault, at edge (objective: 0.1 %)",
      unit: "percentunit",
      queries: ["5m", "1h", "6h", "3d"].map((window) => ({
        expr: `finflow:edge_faults:ratio_rate${window}`,
        legend: window,
      })),
    },
    {
      title: "Calls at edge",
      unit: "reqps",
      queries: [
        {
          expr: `sum by (rpc_method) (rate(${calls}_count{${ours}, job="edge"}[${every}]))`,
          legend: "{{rpc_method}}",
        },
      ],
    },
    {
      title: "How long they take at edge, p95",
      unit: "s",
      queries: [
        {
          expr: quantile(0.95, "rpc_method", calls, `${ours}, job="edge", ${unary}`),
          legend: "{{rpc_method}}",
        },
      ],
    },
    {
      title: "Calls by service",
      unit: "reqps",
      queries: [{ expr: `sum by (job) (rate(${calls}_count{${ours}}[${every}]))`, legend: "{{job}}" }],
    },
    {
      title: "How long they take by service, p50 and p95",
      unit: "s",
      queries: [0.5, 0.95].map((q) => ({
        expr: quantile(q, "job", calls, `${ours}, ${unary}`),
        legend: `{{job}} p${q * 100}`,
      })),
    },
    {
      title: "Errors by service",
      unit: "reqps",
      queries: [
        {
          expr: `sum by (job, rpc_status_code) (rate(${calls}_count{${ours}, ${faults}}[${every}]))`,
          legend: "{{job}} {{rpc_status_code}}",
        },
      ],
    },
    {
      title: "HTTP by status",
      unit: "reqps",
      queries: [
        {
          expr: `sum by (status) (rate(http_server_request_duration_seconds_count{${ours}, job="edge"}[${every}]))`,
          legend: "{{status}}",
        },
      ],
    },
    {
      title: "Calls in progress",
      unit: "short",
      queries: [{ expr: `sum by (job) (rpc_server_active_calls{${ours}})`, legend: "{{job}}" }],
    },
    {
      title: "Calls to others that fail",
      unit: "reqps",
      queries: [
        {
          expr: `sum by (job, rpc_method) (rate(rpc_client_call_duration_seconds_count{${ours}, ${faults}}[${every}]))`,
          legend: "{{job}} → {{rpc_method}}",
        },
      ],
    },
  ],
};

const dataDashboard: Dashboard = {
  uid: "finflow-data",
  title: "Finflow: files, events and stores",
  panels: [
    {
      title: "Stores and services that answer (lowest of all pods)",
      unit: "short",
      queries: [
        {
          expr: `min by (job, dependency) (finflow_dependency_up{${ours}})`,
          legend: "{{job}} → {{dependency}}",
        },
      ],
    },
    {
      title: "Files read, by result",
      unit: "reqps",
      queries: [
        {
          expr: `sum by (result) (rate(finflow_upload_readings_total{${ours}}[${every}]))`,
          legend: "{{result}}",
        },
      ],
    },
    {
      title: "How long a file takes to be read",
      unit: "s",
      queries: [0.5, 0.95, 0.99].map((q) => ({
        expr: quantile(q, "", "finflow_upload_reading_seconds", ours),
        legend: `p${q * 100}`,
      })),
    },
    {
      title: "Files that wait for a worker",
      unit: "short",
      queries: [
        {
          expr: `max by (queue) (finflow_upload_reading_jobs{${ours}, state="waiting"})`,
          legend: "{{queue}}",
        },
      ],
    },
    {
      title: "Database connections of the busiest pod, and who waits for one",
      unit: "short",
      queries: [
        {
          expr: `max by (job, state) (finflow_database_connections{${ours}, state=~"busy|waiting|most"})`,
          legend: "{{job}} {{state}}",
        },
      ],
    },
    {
      title: "Events that wait in an outbox",
      unit: "short",
      queries: [{ expr: `max by (source) (finflow_outbox_unsent_rows{${ours}})`, legend: "{{source}}" }],
    },
    {
      title: "How long the first of them waits",
      unit: "s",
      queries: [{ expr: `max by (source) (finflow_outbox_oldest_seconds{${ours}})`, legend: "{{source}}" }],
    },
    {
      title: "Records that a consumer is behind",
      unit: "short",
      queries: [
        {
          expr: `max by (consumer, topic) (finflow_consumer_lag_records{${ours}})`,
          legend: "{{consumer}} {{topic}}",
        },
      ],
    },
    {
      title: "Memory",
      unit: "bytes",
      queries: [{ expr: `max by (job) (process_resident_memory_bytes{${ours}})`, legend: "{{job}}" }],
    },
    {
      title: "Processors in use",
      unit: "short",
      queries: [
        { expr: `sum by (job) (rate(process_cpu_seconds_total{${ours}}[${every}]))`, legend: "{{job}}" },
      ],
    },
    {
      title: "Event loop, p99",
      unit: "s",
      queries: [{ expr: `max by (job) (nodejs_eventloop_lag_p99_seconds{${ours}})`, legend: "{{job}}" }],
    },
  ],
};

/** By the names of their files in `k8s/monitoring/base/dashboards/`. */
export const dashboards: Readonly<Record<string, Dashboard>> = { calls: callsDashboard, data: dataDashboard };
