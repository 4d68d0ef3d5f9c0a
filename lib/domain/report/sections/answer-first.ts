import type { AnswerPath } from '../../assessment/assessment.ts';
import { fieldAt } from '../../assessment/describe-answer.ts';
import type { Inline } from '../../gate/prose.ts';
import { statedFigure } from '../stated-figure.ts';
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

/** What the analysis calls its figures about all needs together. */
const billsTogether: FigureId = 'whole.cheapest.monthly';
const leftOfBudget: FigureId = 'whole.budget.headroom';

/** The first page stays one page: of questions, gaps and first steps it names the first few, the rest follows in its section. */
const fewOf = 3;

/** The answers that name a budget. */
const budgets: readonly AnswerPath[] = [
  'answers.budgetRunning',
  'answers.budgetFirstYear',
  'answers.budgetOnce',
  'answers.budgetThisYear',
];

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

function budgetSentence(source: SectionSource): Block[] {
  const { ledger } = source;
  const bills = ledger.has(billsTogether)
    ? inlines(
        'Without own people and depreciation, the bills of the cheapest options that break no constraint come to ',
        figureRef(billsTogether),
        ' together. ',
      )
    : [];
  const left = ledger.has(leftOfBudget)
    ? inlines('The running budget leaves ', figureRef(leftOfBudget), '. ')
    : [];
  const words = inlines(bills, budgetsNamed(source), left);
  return words.length === 0
    ? []
    : [paragraph(words, 'What the sums leave out is named under what is missing.')];
}

function budgetsNamed({ assessment, ledger }: SectionSource): Inline[] {
  const named = budgets.flatMap((path) => {
    const stated = statedFigure(ledger, path);
    const label = fieldAt(assessment, path)?.label;
    return stated === undefined || label === undefined ? [] : [inlines(label, ' ', figureRef(stated.id))];
  });
  if (named.length === 0) return inlines('The client has named no budget. ');
  return inlines(
    'The client names: ',
    ...named.map((budget, index) => inlines(index === 0 ? '' : '; ', budget)),
    '. ',
  );
}

/** The option of the best-ranked recommendation that names one for the need. */
export function recommendedOption(need: Need, { synthesis }: SectionSource): Option | undefined {
  const chosen = synthesis.recommendations.find(
    (recommendation) => recommendation.need === need.id && recommendation.option !== undefined,
  );
  return need.options.find((option) => option.id === chosen?.option);
}

function whatDecides({ synthesis }: SectionSource): Block[] {
  const disputed = [...new Set(synthesis.dissents.map((dissent) => subjectLabels[dissent.subject]))];
  const questions = synthesis.questions.slice(0, fewOf).map(({ question }) => inlines(question));
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
  const gaps = [...missing, ...needs.flatMap((need) => need.missing)].slice(0, fewOf);
  if (gaps.length === 0) return [];
  return [heading('What is missing'), ...list(gaps.map((gap) => inlines(`${gap.what}: ${gap.because}`)))];
}

function decisionAsked({ synthesis, say }: SectionSource): Block[] {
  const first = synthesis.recommendations.filter((recommendation) => recommendation.horizon === 'now');
  const asked = (first.length > 0 ? first : synthesis.recommendations).slice(0, fewOf);
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
