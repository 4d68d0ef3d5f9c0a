import type { BatchWorkload } from '../../assessment/assessment.ts';
import { readValue } from '../../assessment/read-answer.ts';
import type { Figure } from '../../figure/figure.ts';
import { assumed } from '../../figure/leaves/assumed.ts';
import { answerOf, positiveAnswerOf } from '../../sizing/load/state-answers.ts';
import type { NeedContext } from '../draft.ts';
import type { Drafts } from '../drafts.ts';
import { type GpuWork, gpuWorkDrafts } from './gpu-work.ts';

/** Work on many items: text recognition is sized in GPU hours; other kinds are named as missing until a rate is measured. */
export function batchDrafts(context: NeedContext<BatchWorkload>): Drafts {
  const { engine, workload } = context;
  const work = readValue(workload.answers.work);
  const items = positiveAnswerOf(engine, workload, 'items') ?? answerOf(engine, workload, 'itemsPerMonth');
  if (work === undefined || items === undefined) {
    const field = work === undefined ? 'work' : 'items';
    const because = 'What is done, and to how many items, must both be known.';
    return {
      drafts: [],
      missing: [{ what: 'Work', because, settledBy: `workloads.${workload.id}.${field}` }],
    };
  }
  if (work !== 'ocr') {
    const because =
      'No rate of this kind of work is in the catalogue or the assumptions; a sample must be timed.';
    return { drafts: [], missing: [{ what: 'Time per item', because }] };
  }
  return { drafts: gpuWorkDrafts(context, 'gpu-cloud', recognition(context, items)), missing: [] };
}

/** The rate is that of small inference GPUs; dearer ones are not known to be faster at it. */
const recognitionParts = ['L4', 'A10', 'A10G', 'T4'];

function recognition({ engine, workload }: NeedContext<BatchWorkload>, pages: Figure): GpuWork {
  const rate = assumed(engine, 'ocr.pages-per-gpu-hour');
  const deadline = positiveAnswerOf(engine, workload, 'deadline');
  return {
    hours: (option) =>
      engine.ledger.compute(
        { id: `size.${option}.gpu-hours`, label: 'GPU hours of the work', unit: 'gpu-hours' },
        'quotient',
        { amount: pages, divisor: rate },
      ),
    hoursOn: () => pages.value / rate.value,
    gpus: (option, gpuHours, _part, gpusOfMachine) =>
      deadline === undefined
        ? gpusOfMachine
        : engine.ledger.compute(
            { id: `size.${option}.gpus`, label: 'GPUs that make the deadline', unit: 'gpus' },
            'gpus-for-deadline',
            {
              gpuHours,
              deadline,
              computingShare: assumed(engine, 'work.computing-share-of-deadline'),
              gpusOfMachine,
            },
          ),
    repeats: workload.answers.items === undefined ? 'monthly' : 'once',
    label: 'Machines for the work',
    fits: ({ part, gpuCount }) => gpuCount === 1 && recognitionParts.includes(part.model),
  };
}
