import { classNames } from '#components/ui/class-names.ts';
import { type SpecialistStep, specialistSteps } from '#lib/domain/run/event.ts';
import { type SpecialistName, specialistNames } from '#lib/domain/run/specialist-name.ts';
import { Elapsed } from './elapsed.tsx';
import { phasesInOrder, type ProgressState, type SpecialistProgress } from './progress-state.ts';
import { WorkMark } from './work-mark.tsx';

/** A specialist of the run, with the question that it answers. */
export type ExpectedSpecialist = { name: SpecialistName; question: string };

type Props = { progress: ProgressState; specialists: readonly ExpectedSpecialist[]; now: number };

/** The phases of a run, and each specialist with how far it is. `now` is the moment up to which unfinished work has lasted. */
export function RunProgress({ progress, specialists, now }: Props) {
  return (
    <div>
      <ol aria-label="Phases" className="flex flex-wrap gap-x-6 gap-y-2 border-b border-line px-5 py-4">
        {phasesInOrder.map(({ phase, label }) => (
          <li
            key={phase}
            aria-current={progress.phases[phase] === 'working' ? 'step' : undefined}
            className={classNames(
              'flex items-center gap-1.5 text-sm',
              progress.phases[phase] === 'waiting' ? 'text-ink-faint' : 'font-medium',
            )}
          >
            <WorkMark state={progress.phases[phase]} />
            {label}
          </li>
        ))}
      </ol>
      <ul aria-label="Specialists" className="divide-y divide-line">
        {specialists.map((specialist) => (
          <SpecialistRow
            key={specialist.name}
            specialist={specialist}
            progress={progress.specialists[specialist.name] ?? { state: 'waiting', steps: [] }}
            now={now}
          />
        ))}
      </ul>
    </div>
  );
}

function SpecialistRow({
  specialist: { name, question },
  progress,
  now,
}: {
  specialist: ExpectedSpecialist;
  progress: SpecialistProgress;
  now: number;
}) {
  const { state, steps, startedAt, endedAt, because } = progress;
  return (
    <li className="grid gap-x-6 gap-y-2 px-5 py-4 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="flex gap-3">
        <div className="mt-1">
          <WorkMark state={state} />
        </div>
        <div className="min-w-0">
          <p className="font-medium">{specialistNames[name]}</p>
          <p className="text-[0.8125rem] text-ink-soft">{question}</p>
          {because === undefined ? null : <p className="mt-1 text-[0.8125rem] text-bad">{because}</p>}
        </div>
      </div>
      <div className="flex items-center gap-4 pl-7 sm:pl-0">
        <ol aria-label={`Steps of ${specialistNames[name]}`} className="flex gap-1">
          {specialistSteps.map((step) => (
            <Step key={step} step={step} reached={steps.includes(step)} />
          ))}
        </ol>
        <span className="w-14 text-right text-[0.8125rem] text-ink-faint">
          {startedAt === undefined || state === 'stopped' ? null : (
            <Elapsed from={Date.parse(startedAt)} to={endedAt === undefined ? now : Date.parse(endedAt)} />
          )}
        </span>
      </div>
    </li>
  );
}

const stepLabels: Readonly<Record<SpecialistStep, string>> = {
  facts: 'Facts',
  brief: 'Brief',
  gate: 'Gate',
  stored: 'Stored',
};

function Step({ step, reached }: { step: SpecialistStep; reached: boolean }) {
  return (
    <li
      className={classNames(
        'rounded-full border px-2 py-0.5 text-xs transition-colors',
        reached ? 'border-transparent bg-accent-soft font-medium text-accent' : 'border-line text-ink-faint',
      )}
    >
      {stepLabels[step]}
      <span className="sr-only">{reached ? ' reached' : ' not yet'}</span>
    </li>
  );
}
