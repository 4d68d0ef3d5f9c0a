// Preloaded into every process the supervisor starts: its standard input is a pipe from the supervisor, and when the
// supervisor is gone, even by kill -9, the pipe closes and the process ends itself instead of holding port and data.
import { isMainThread } from 'node:worker_threads';

const graceMs = 10_000;

// Preloads are handed on to worker threads and to processes a server forks; those end with the server.
const startedBySupervisor = Number(process.env['INFRA_MIND_SUPERVISOR']) === process.ppid;

if (isMainThread && startedBySupervisor) {
  process.stdin.once('close', () => {
    process.kill(process.pid, 'SIGTERM');
    // Nobody is left to kill a process that hangs on an open connection.
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), graceMs).unref();
  });
  // Watching must not keep a process alive that has nothing left to do.
  process.stdin.resume().unref();
}
