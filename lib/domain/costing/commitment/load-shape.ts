import type { Workload } from '../../assessment/assessment.ts';
import type { Figure, FigureId } from '../../figure/figure.ts';
import { assumed } from '../../figure/leaves/assumed.ts';
import type { Engine } from '../../figure/leaves/engine.ts';

/** Hours of a month with like load: how many, and the load over the peak; the peak itself has no share. */
export type LoadLevel = { key: string; hours: Figure; shareOfPeak?: Figure | undefined };

/**
 * The hours of a month by load, `load.<workload>.shape.*`: busy hours at the peak and all others at what remains of the
 * day, on weekends as much less as their requests are. Where busy hours were not said, one hour of the day is the busy one,
 * as in the peak. Undefined where peak or daily load are unknown.
 */
export function loadShape(engine: Engine, workload: Workload): LoadLevel[] | undefined {
  const prefix = `load.${workload.id}.shape`;
  const shape = dayShape(engine, workload, prefix);
  if (shape === undefined) return undefined;
  const { busyHours, quietShare } = shape;
  const quietHours = once(engine, `${prefix}.quiet-hours`, (id) =>
    engine.ledger.compute({ id, label: 'Quiet hours of a month', unit: 'hours' }, 'difference', {
      whole: assumed(engine, 'month.hours'),
      part: busyHours,
    }),
  );
  const everyDay: LoadLevel[] = [
    { key: 'busy', hours: busyHours },
    { key: 'quiet', hours: quietHours, shareOfPeak: quietShare },
  ];
  const weekendShare = weekendOverWorkingDay(engine, workload, prefix);
  return weekendShare === undefined ? everyDay : withWeekends(engine, prefix, everyDay, weekendShare);
}

type DayShape = { busyHours: Figure; quietShare: Figure };

function dayShape(engine: Engine, workload: Workload, prefix: string): DayShape | undefined {
  const answer = (field: string) => positive(engine.ledger.get(`answer.workloads.${workload.id}.${field}`));
  const peak =
    answer('peakRequestsPerSecond') ??
    positive(engine.ledger.get(`load.${workload.id}.peak-requests-per-second`));
  if (peak === undefined) return undefined;
  const share = (compute: (id: FigureId) => Figure) => once(engine, `${prefix}.quiet-share`, compute);
  const described = (id: FigureId) =>
    ({ id, label: 'Load of a quiet hour over the peak', unit: 'ratio' }) as const;
  const average = answer('averageRequestsPerSecond');
  if (average !== undefined)
    return {
      busyHours: busiestHours(engine, prefix),
      quietShare: share((id) =>
        engine.ledger.compute(described(id), 'quiet-over-peak-of-average', { average, peak }),
      ),
    };
  const perDay =
    answer('requestsPerDay') ?? positive(engine.ledger.get(`load.${workload.id}.requests-per-day`));
  if (perDay === undefined) return undefined;
  const [busyHours, busySharePercent] = [answer('busyHoursPerDay'), answer('busyShareOfDay')];
  if (busyHours === undefined || busySharePercent === undefined)
    return {
      busyHours: busiestHours(engine, prefix),
      quietShare: share((id) =>
        engine.ledger.compute(described(id), 'quiet-over-peak-of-busiest-hour', {
          perDay,
          busiestHourShare: assumed(engine, 'peak.hour-share-of-day'),
          peak,
        }),
      ),
    };
  return {
    busyHours: once(engine, `${prefix}.busy-hours`, (id) =>
      engine.ledger.compute({ id, label: 'Busy hours of a month', unit: 'hours' }, 'busy-hours-of-a-month', {
        busyHours,
      }),
    ),
    quietShare: share((id) =>
      engine.ledger.compute(described(id), 'quiet-over-peak-of-busy-hours', {
        perDay,
        busySharePercent,
        busyHours,
        peak,
      }),
    ),
  };
}

function busiestHours(engine: Engine, prefix: string): Figure {
  return once(engine, `${prefix}.busy-hours`, (id) =>
    engine.ledger.compute(
      { id, label: 'Busiest hour of every day, per month', unit: 'hours' },
      'busiest-hours-of-a-month',
      {},
    ),
  );
}

/** Undefined where nothing is said of weekends: then they are like other days, as in the load itself. */
function weekendOverWorkingDay(engine: Engine, workload: Workload, prefix: string): Figure | undefined {
  const answer = (field: string) => engine.ledger.get(`answer.workloads.${workload.id}.${field}`);
  const weekend = answer('requestsPerWeekendDay');
  const working = positive(answer('requestsPerDay'));
  if (weekend === undefined || working === undefined) return undefined;
  return once(engine, `${prefix}.weekend-share`, (id) =>
    engine.ledger.compute(
      { id, label: 'Requests of a weekend day over those of a working day', unit: 'ratio' },
      'quotient',
      { amount: weekend, divisor: working },
    ),
  );
}

function withWeekends(
  engine: Engine,
  prefix: string,
  everyDay: readonly LoadLevel[],
  weekendShare: Figure,
): LoadLevel[] {
  return everyDay.flatMap(({ key, hours, shareOfPeak }) => {
    const [working, weekend] = [`${prefix}.${key}-hours.working-days`, `${prefix}.${key}-hours.weekends`];
    const share =
      shareOfPeak === undefined
        ? weekendShare
        : once(engine, `${prefix}.${key}-share.weekends`, (id) =>
            engine.ledger.compute({ id, label: `${shareOfPeak.label}, weekends`, unit: 'ratio' }, 'product', {
              amount: shareOfPeak,
              factor: weekendShare,
            }),
          );
    return [
      {
        key,
        shareOfPeak,
        hours: once(engine, working, (id) =>
          engine.ledger.compute(
            { id, label: `${hours.label}, working days`, unit: 'hours' },
            'hours-on-working-days',
            { hours },
          ),
        ),
      },
      {
        key: `${key}-weekend`,
        shareOfPeak: share,
        hours: once(engine, weekend, (id) =>
          engine.ledger.compute(
            { id, label: `${hours.label}, weekends`, unit: 'hours' },
            'hours-on-weekends',
            {
              hours,
            },
          ),
        ),
      },
    ];
  });
}

/** The shape belongs to the workload: several options of it share its figures. */
function once(engine: Engine, id: FigureId, compute: (id: FigureId) => Figure): Figure {
  return engine.ledger.get(id) ?? compute(id);
}

function positive(figure: Figure | undefined): Figure | undefined {
  return figure !== undefined && figure.value > 0 ? figure : undefined;
}
