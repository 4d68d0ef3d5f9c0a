import { type AnsweredQuestion, allAnswers } from '../assessment/describe-answer.ts';
import type { Assessment } from '../assessment/assessment.ts';
import { readValue } from '../assessment/read-answer.ts';
import type { Cloud } from '../catalogue/prices.ts';
import { figureOf, type Ledger } from '../figure/ledger.ts';
import type { Prose } from '../gate/prose.ts';
import type { Need } from '../run/run.ts';
import { missingParts } from './missing-parts.ts';
import { constraints, type Design, missingSignature, type Option, type Verdict } from './option.ts';

/** The option to recommend, and each other one with the reason why it stands behind. Best first. */
export type Choice = { option: Option; because: Prose; others: { option: Option; because: Prose }[] };

type Judging = { ledger: Ledger; assessment: Assessment };

/**
 * The option to recommend for a need; undefined when it has none. Options are compared step by step, and the first step
 * that tells two apart decides:
 *
 * 1. fewer constraints of the client that are not met,
 * 2. no comparable design that breaks as little at a third of the cost of the first year,
 * 3. fewer constraints of which nobody can tell,
 * 4. a purchase that fits what is known: no term of years on a load that nobody has measured, no rented machines for a
 *    load that nobody knows, no machines that can be taken away under a service that people wait for,
 * 5. a cloud that the client already uses or prefers, or machines it has, since contracts, identities and skills of
 *    another place have no price row,
 * 6. fewer parts without a price; where as many but different parts lack one, their names decide, since such prices
 *    cannot be compared,
 * 7. a price of its own before a price by ratio,
 * 8. lower cost over the first year (`firstYearCost`).
 *
 * The id settles what is left, so that chance never decides.
 */
export function chooseOption(need: Need, judging: Judging): Choice | undefined {
  const steps = stepsFor(need, judging);
  const [best, ...rest] = need.options.toSorted(
    (a, b) => decide(steps, a, b)?.order ?? (a.id < b.id ? -1 : 1),
  );
  if (best === undefined) return undefined;
  const [runnerUp] = rest;
  return {
    option: best,
    because:
      runnerUp === undefined
        ? 'No other design could be priced.'
        : (decide(steps, best, runnerUp)?.step.wins ??
          'Nothing that is known sets it apart from the next design.'),
    others: rest.map((option) => ({
      option,
      because:
        decide(steps, best, option)?.step.loses(option, best) ??
        'Nothing that is known sets it apart from the chosen design.',
    })),
  };
}

/** US dollars that an option costs over its first year: twelve months and what is paid once. Undefined without a price. */
export function firstYearCost(option: Option, ledger: Ledger): number | undefined {
  if (option.monthly === undefined && option.once === undefined) return undefined;
  const monthly = option.monthly === undefined ? 0 : figureOf(ledger, option.monthly).value;
  const once = option.once === undefined ? 0 : figureOf(ledger, option.once).value;
  return monthly * 12 + once;
}

/** The cloud whose account the option needs; undefined for own machines and providers that are no cloud of the catalogue. */
export function cloudOf({ design }: Option): Cloud | undefined {
  return cloudOfProvider[design.provider];
}

const cloudOfProvider: Readonly<Record<string, Cloud>> = {
  aws: 'aws',
  'AWS Bedrock': 'aws',
  azure: 'azure',
  'Azure OpenAI': 'azure',
  gcp: 'gcp',
  'Google Vertex AI': 'gcp',
};

type Step = {
  /** Below zero when `a` is better, zero when the step cannot tell them apart. */
  compare: (a: Option, b: Option) => number;
  wins: Prose;
  loses: (option: Option, best: Option) => Prose;
};

function decide(steps: readonly Step[], a: Option, b: Option): { step: Step; order: number } | undefined {
  for (const step of steps) {
    const order = step.compare(a, b);
    if (order !== 0) return { step, order };
  }
  return undefined;
}

function stepsFor(need: Need, { ledger, assessment }: Judging): Step[] {
  const used = placesInUse(assessment);
  const measured = loadIsMeasured(need, assessment);
  const interruptible = canBeInterrupted(need, assessment);
  const isOutOfProportion = outOfProportion(need, ledger);
  return [
    {
      compare: fewer((option) => countOf(option, 'not-met')),
      wins: 'It breaks fewer of the stated constraints than any other.',
      loses: (option) => `It breaks what was asked for: ${namesOf(option, 'not-met')}.`,
    },
    {
      compare: fewer((option) => Number(isOutOfProportion(option))),
      wins: 'It costs a fraction of the next design that breaks as little.',
      loses: () =>
        'It costs several times what the cheapest design costs that breaks as little, which is more than open questions are worth.',
    },
    {
      compare: fewer((option) => countOf(option, 'cannot-tell')),
      wins: 'Less about it is open than about any other design that breaks as little.',
      loses: (option) => `More about it is open: ${namesOf(option, 'cannot-tell')}.`,
    },
    {
      compare: fewer((option) =>
        option.design.purchase === 'spot'
          ? Number(!interruptible)
          : Number((isForYears(option.design) && !measured) || rentsForUnknownLoad(option)),
      ),
      wins: 'It binds nobody to a load that has not been measured.',
      loses: (option) => {
        if (option.design.purchase === 'spot')
          return 'Its machines can be taken away while people wait for an answer.';
        return rentsForUnknownLoad(option)
          ? 'It is paid for whether it is used or not, and nobody knows yet how much it would be used.'
          : 'It would be bought for years on a load that nobody has measured yet.';
      },
    },
    {
      compare: fewer((option) => Number(used.size > 0 && !isAtHome(option, used))),
      wins: 'It runs where the client already has machines, contracts or practice.',
      loses: () => 'It would add a cloud that the client does not use, with costs that no price list shows.',
    },
    {
      compare: fewer(({ missing }) => missing.length),
      wins: 'More of its price is known.',
      loses: ({ missing }) =>
        `Less of its price is known; not in it: ${missing.map(({ what }) => inSentence(what)).join(', ')}.`,
    },
    {
      compare: (a, b) => byText(missingSignature(a), missingSignature(b)),
      wins: 'Other parts of its price are known than of the next design.',
      loses: () =>
        'Other parts of its price are unknown than of the chosen design, so they cannot be compared on cost.',
    },
    {
      compare: fewer(({ proxy }) => Number(proxy)),
      wins: 'Its price has a row of its own.',
      loses: () => 'Its price rests on a ratio and not on a row of its own, which is no ground to choose it.',
    },
    {
      compare: fewer((option) => firstYearCost(option, ledger) ?? Number.MAX_VALUE),
      wins: 'It costs less over the first year than the next with the same parts priced.',
      loses: () => 'It is equally sound and costs more over the first year.',
    },
  ];
}

/** From this multiple on, a price weighs more than any question that a test or a letter settles. */
const proportion = 3;

/**
 * Whether an option costs more over the first year than three times another one that breaks as little as the best does and
 * lacks no part that this one has. Only an option whose amount is priced can be that measure: without tokens or machines,
 * cheap means unknown.
 */
function outOfProportion(need: Need, ledger: Ledger): (option: Option) => boolean {
  const fewest = Math.min(...need.options.map((option) => countOf(option, 'not-met')));
  const measures = need.options.filter(
    (option) => countOf(option, 'not-met') === fewest && isAmountPriced(option),
  );
  const costs = (option: Option): number => firstYearCost(option, ledger) ?? Number.NaN;
  return (option) =>
    measures.some((measure) => lacksNoMore(measure, option) && costs(option) > proportion * costs(measure));
}

function isAmountPriced({ missing }: Option): boolean {
  const decisive: readonly string[] = [
    missingParts.tokens,
    missingParts.capacity,
    missingParts.confirmedPrice,
  ];
  return !missing.some(({ what }) => decisive.includes(what));
}

/** Whether every part that `a` lacks is lacking in `b` too, so that their prices can be set side by side. */
function lacksNoMore(a: Option, b: Option): boolean {
  const lacking = new Set(b.missing.map(({ what }) => what));
  return a.missing.every(({ what }) => lacking.has(what));
}

function fewer(measure: (option: Option) => number): Step['compare'] {
  return (a, b) => measure(a) - measure(b);
}

function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** As it stands inside a sentence; a name such as GPU keeps its capitals. */
function inSentence(what: string): string {
  return /^\p{Lu}\p{Ll}/u.test(what) ? what.charAt(0).toLowerCase() + what.slice(1) : what;
}

/** Rented machines of which nobody knows how many the load needs. */
function rentsForUnknownLoad({ design, missing }: Option): boolean {
  return (
    design.purchase !== 'owned' &&
    design.purchase !== 'per-token' &&
    missing.some(({ what }) => what === missingParts.capacity)
  );
}

function isForYears({ purchase }: Design): boolean {
  return purchase === '1y' || purchase === '3y';
}

function countOf(option: Option, verdict: Verdict): number {
  return option.checks.filter((check) => check.verdict === verdict).length;
}

function namesOf(option: Option, verdict: Verdict): string {
  return option.checks
    .filter((check) => check.verdict === verdict)
    .map((check) => constraints[check.constraint].toLowerCase())
    .join(', ');
}

function placesInUse({ answers, hardware }: Assessment): ReadonlySet<string> {
  const preferred = readValue(answers.preferredCloud);
  const named = [
    ...(readValue(answers.clouds) ?? []),
    ...(preferred === undefined ? [] : [preferred]),
    ...(hardware.length > 0 ? ['own-data-centre'] : []),
  ];
  return new Set(named.filter((cloud) => cloud !== 'none' && cloud !== 'other'));
}

/** Own machines are at home with a client that has a data centre. Without any cloud of ours in use, every cloud is new. */
function isAtHome(option: Option, used: ReadonlySet<string>): boolean {
  if (option.design.purchase === 'owned' || option.service === 'edge-devices') return true;
  const cloud = cloudOf(option);
  return cloud !== undefined && used.has(cloud);
}

const loadFields = new Set([
  'requestsPerDay',
  'requestsPerUserPerMonth',
  'averageRequestsPerSecond',
  'peakRequestsPerSecond',
  'queriesPerDay',
  'itemsPerMonth',
  'vcpus',
]);

function loadIsMeasured(need: Need, assessment: Assessment): boolean {
  return allAnswers(assessment).some(
    ({ path, fieldId, answer }: AnsweredQuestion) =>
      path === `workloads.${need.id}.${fieldId}` &&
      loadFields.has(fieldId) &&
      'basis' in answer &&
      answer.basis === 'measured',
  );
}

function canBeInterrupted(need: Need, { workloads }: Assessment): boolean {
  const kind = workloads.find(({ id }) => id === need.id)?.kind;
  return kind === 'training' || kind === 'fine-tuning' || kind === 'batch';
}
