import type { RunEvent } from '#lib/domain/run/event.ts';
import { runPhases } from '#lib/domain/run/run.ts';
import { specialistNames } from '#lib/domain/run/specialist-name.ts';

/** One event of a run as a line of text. */
export function progressLine(event: RunEvent): string {
  switch (event.type) {
    case 'run-state':
      return withReason(`Analysis ${event.state}`, event.because);
    case 'phase':
      return `${runPhases[event.phase]} ${event.state}`;
    case 'specialist':
      return withReason(`${specialistNames[event.specialist]} ${event.state}`, event.because);
    case 'specialist-step':
      return `${specialistNames[event.specialist]}: ${event.step}`;
    case 'report':
      return withReason(`Report ${event.state}`, event.because);
  }
}

function withReason(text: string, because: string | undefined): string {
  return because === undefined ? text : `${text}: ${because}`;
}
