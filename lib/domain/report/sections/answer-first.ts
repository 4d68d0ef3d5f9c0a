import { subjectLabels } from '../subject-labels.ts';
import type { FigureId } from '../../figure/figure.ts';
import type { Option } from '../../options/option.ts';
import type { Recommendation } from '../../recommendation/recommendation.ts';
import type { Need } from '../../run/run.ts';
import type { Block, Cell, Section } from '../document.ts';
import type { SectionSource } from '../report-source.ts';
import {
  amounts,
  enumerate,
  figureRef,
  heading,
  inlines,
  list,
  paragraph,
  priceCell,
  table,
} from '../wording.ts';

/** Ids that the analysis gives to its figures about all needs together. */
const wholeFigures = {
  cheapestMonthly: 'whole.cheapest.monthly',
  budgetMonthly: 'whole.budget.monthly-usd',
  headroom: 'whole.budget.headroom',
} as const satisfies Record<string, FigureId>;

/** What a board reads when it reads one page: the recommendation, what it costs, what decides it, what is asked of it. */
export function answerFirst(source: SectionSource): Section {
  const [top] = source.synthesis.recommendations;
  return {
    id: 'answer',
    title: 'The answer first',
    blocks: [
      ...(top === undefined ? [noRecommendation()] : [topCallout(top, source)]),
      ...costOfTheAnswer(source),
      ...whatDecides(source),
      ...whatIsMissing(source),
      ...decisionAsked(source),
    ],
  };
}

function topCallout(top: Recommendation, { say }: SectionSource): Block {
  return {
    kind: 'callout',
    tone: 'answer',
    title: 'We recommend',
    inlines: inlines(closed(say(top.title)), ' ', say(top.summary)),
  };
}

function noRecommendation(): Block {
  return {
    kind: 'callout',
    tone: 'warning',
    title: 'No recommendation yet',
    inlines: inlines(
      'The answers so far do not carry one. The questions for the client below would change that.',
    ),
  };
}

function costOfTheAnswer(source: SectionSource): Block[] {
  const rows = source.needs.flatMap((need) => {
    const option = recommendedOption(need, source);
    return option === undefined ? [] : [costRow(need, option)];
  });
  return [
    ...(rows.length === 0 ? [] : [heading('What it costs')]),
    ...budgetSentence(source),
    ...table(
      'The recommended design of each need',
      ['Need', 'Design', amounts('Monthly'), amounts('Yearly'), amounts('Once')],
      rows,
    ),
  ];
}

function costRow(need: Need, option: Option): Cell[] {
  return [
    inlines(need.title),
    inlines(option.title),
    priceCell(option, option.monthly),
    priceCell(option, option.yearly),
    priceCell(option, option.once),
  ];
}

function budgetSentence({ ledger }: SectionSource): Block[] {
  const has = (id: FigureId): boolean => ledger.has(id);
  if (!has(wholeFigures.cheapestMonthly)) return [];
  const cost = inlines(
    'The cheapest feasible design of every need together costs ',
    figureRef(wholeFigures.cheapestMonthly),
  );
  if (!has(wholeFigures.budgetMonthly)) return [paragraph(cost, '. The client has named no running budget.')];
  const budget = inlines(cost, ' against a running budget of ', figureRef(wholeFigures.budgetMonthly));
  if (!has(wholeFigures.headroom)) return [paragraph(budget, '.')];
  return [paragraph(budget, '; the difference is ', figureRef(wholeFigures.headroom), '.')];
}

/** The option of the best-ranked recommendation that names one for the need. */
export function recommendedOption(need: Need, { synthesis }: SectionSource): Option | undefined {
  const chosen = synthesis.recommendations.find(
    (recommendation) => recommendation.need === need.id && recommendation.option !== undefined,
  );
  return need.options.find((option) => option.id === chosen?.option);
}

function whatDecides({ synthesis, say }: SectionSource): Block[] {
  const disputed = [...new Set(synthesis.dissents.map((dissent) => subjectLabels[dissent.subject]))];
  const questions = synthesis.questions
    .slice(0, 3)
    .map((question) => inlines(question.question, ' ', say(question.because)));
  if (disputed.length === 0 && questions.length === 0) return [];
  return [
    heading('What decides it'),
    ...(disputed.length === 0
      ? []
      : [paragraph('The specialists differ on ', enumerate(disputed), '; both sides are set out below.')]),
    ...list(questions),
  ];
}

function whatIsMissing({ missing, needs }: SectionSource): Block[] {
  const gaps = [...missing, ...needs.flatMap((need) => need.missing)].slice(0, 4);
  if (gaps.length === 0) return [];
  return [heading('What is missing'), ...list(gaps.map((gap) => inlines(`${gap.what}: ${gap.because}`)))];
}

function decisionAsked({ synthesis, say }: SectionSource): Block[] {
  const first = synthesis.recommendations.filter((recommendation) => recommendation.horizon === 'now');
  const asked = (first.length > 0 ? first : synthesis.recommendations).slice(0, 4);
  if (asked.length === 0) return [];
  return [
    heading('The decision asked for'),
    ...list(
      asked.map((recommendation) => closed(say(recommendation.title))),
      'To begin with these, in this order',
    ),
  ];
}

/** Words that end like a sentence. */
function closed(words: readonly Cell[number][]): Cell {
  const last = words.at(-1);
  return last?.kind === 'text' && /[.!?]$/u.test(last.text) ? [...words] : inlines(words, '.');
}
