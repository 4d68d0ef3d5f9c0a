/**
 * `steps.state` is null while a step is pending; `steps.seq` is its place in the order of completion. A job is one call
 * to the app that is due: without `step_id` it asks the function what comes next, with it it runs that step. `fence` is
 * set by the claim that leased the job, and only the holder of the current fence may write the outcome.
 */
export const schemaSql = `
CREATE TABLE IF NOT EXISTS functions (
  id TEXT PRIMARY KEY, app_id TEXT NOT NULL, max_attempts INTEGER NOT NULL, concurrency INTEGER
) STRICT;
CREATE TABLE IF NOT EXISTS triggers (
  function_id TEXT NOT NULL REFERENCES functions ON DELETE CASCADE, event_name TEXT NOT NULL, expression TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS triggers_by_event ON triggers (event_name);
CREATE TABLE IF NOT EXISTS crons (
  function_id TEXT NOT NULL REFERENCES functions ON DELETE CASCADE, schedule TEXT NOT NULL, due_at INTEGER NOT NULL,
  PRIMARY KEY (function_id, schedule)
) STRICT;
CREATE TABLE IF NOT EXISTS cancel_rules (
  function_id TEXT NOT NULL REFERENCES functions ON DELETE CASCADE, event_name TEXT NOT NULL, expression TEXT,
  timeout TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS cancel_rules_by_event ON cancel_rules (event_name);

CREATE TABLE IF NOT EXISTS events (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, body TEXT NOT NULL, received_at INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS events_by_age ON events (received_at);

CREATE TABLE IF NOT EXISTS runs (
  id TEXT PRIMARY KEY, function_id TEXT NOT NULL, status TEXT NOT NULL, event_id TEXT NOT NULL, event TEXT NOT NULL,
  request_version INTEGER NOT NULL DEFAULT -1, parent_run TEXT, parent_step TEXT,
  started_at INTEGER NOT NULL, ended_at INTEGER, output TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS runs_by_event ON runs (event_id);
CREATE INDEX IF NOT EXISTS runs_by_function ON runs (function_id, status);
CREATE INDEX IF NOT EXISTS runs_by_end ON runs (ended_at) WHERE ended_at IS NOT NULL;

CREATE TABLE IF NOT EXISTS steps (
  run_id TEXT NOT NULL REFERENCES runs ON DELETE CASCADE, id TEXT NOT NULL, name TEXT NOT NULL, op TEXT NOT NULL,
  race INTEGER NOT NULL, seq INTEGER, state TEXT, due_at INTEGER, event_name TEXT, expression TEXT,
  PRIMARY KEY (run_id, id)
) STRICT;
CREATE INDEX IF NOT EXISTS steps_due ON steps (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX IF NOT EXISTS steps_waiting ON steps (event_name) WHERE event_name IS NOT NULL;

CREATE TABLE IF NOT EXISTS jobs (
  id INTEGER PRIMARY KEY AUTOINCREMENT, run_id TEXT NOT NULL REFERENCES runs ON DELETE CASCADE, function_id TEXT NOT NULL,
  step_id TEXT, attempt INTEGER NOT NULL DEFAULT 0, due_at INTEGER NOT NULL, fence TEXT, lease_until INTEGER
) STRICT;
CREATE INDEX IF NOT EXISTS jobs_due ON jobs (due_at, id);
CREATE INDEX IF NOT EXISTS jobs_by_run ON jobs (run_id);
CREATE INDEX IF NOT EXISTS jobs_leased ON jobs (function_id, lease_until) WHERE lease_until IS NOT NULL;
`;
