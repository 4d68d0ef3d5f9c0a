import { constraints, type Check, type Option, type Verdict } from '../../options/option.ts';
import type { Need } from '../../run/run.ts';
import type { Block, Cell, Section } from '../document.ts';
import type { SectionSource } from '../report-source.ts';
import { amounts, enumerate, heading, inlines, paragraph, priceCell, table } from '../wording.ts';

/** Every option of every need side by side, with what speaks against each. */
export function optionsCompared(source: SectionSource): Section {
  return {
    id: 'options',
    title: 'Options compared, need by need',
    blocks:
      source.needs.length === 0
        ? []
        : [
            paragraph(
              'Options are ordered from the cheapest priced on. "At least" marks a price with parts missing; such an option must not be compared with a complete one on cost alone.',
            ),
            ...source.needs.flatMap((need) => compared(need, source)),
          ],
  };
}

function compared(need: Need, source: SectionSource): Block[] {
  if (need.options.length === 0)
    return [heading(need.title), paragraph('No option could be designed from the answers so far.')];
  return [
    heading(need.title),
    ...table(
      `Options: ${need.title}`,
      ['Option', amounts('Monthly'), amounts('Yearly'), amounts('Once'), 'Against the constraints'],
      need.options.map(optionRow),
    ),
    ...table(
      `Why a constraint is not met or cannot be told: ${need.title}`,
      ['Constraint', 'Judgement', 'Because', 'Options'],
      objections(need).map(({ check, options }) => [
        inlines(constraints[check.constraint]),
        inlines(verdictWords[check.verdict]),
        source.say(check.because),
        inlines(options.length > 1 && options.length === need.options.length ? 'all' : enumerate(options)),
      ]),
    ),
  ];
}

function optionRow(option: Option): Cell[] {
  const proxy = option.proxy ? ' (price by ratio from another region)' : '';
  return [
    inlines(option.title, proxy),
    priceCell(option, option.monthly),
    priceCell(option, option.yearly),
    priceCell(option, option.once),
    inlines(verdictOf(option)),
  ];
}

const verdictWords: Readonly<Record<Verdict, string>> = {
  met: 'met',
  'not-met': 'not met',
  'cannot-tell': 'cannot be told',
};

function verdictOf({ checks }: Option): string {
  const named = (verdict: Verdict): string[] =>
    checks.filter((check) => check.verdict === verdict).map((check) => constraintWords[check.constraint]);
  const failed = named('not-met');
  const open = named('cannot-tell');
  if (failed.length + open.length === 0)
    return checks.length === 0 ? 'not judged' : 'Meets all that were judged.';
  return [
    failed.length === 0 ? '' : `Fails: ${failed.join(', ')}.`,
    open.length === 0 ? '' : `Open: ${open.join(', ')}.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

const constraintWords: Readonly<Record<Check['constraint'], string>> = {
  residency: 'residency',
  latency: 'latency',
  peak: 'peak',
  availability: 'availability',
  deadline: 'deadline',
  budget: 'budget',
  team: 'team',
  power: 'power',
  openness: 'openness',
  keys: 'own keys',
};

/** Options that share a judgement and its reason are told once. */
function objections(need: Need): { check: Check; options: string[] }[] {
  const judged = need.options.flatMap((option) =>
    option.checks
      .filter((check) => check.verdict !== 'met')
      .map((check) => ({ check, option: option.title })),
  );
  const groups = Map.groupBy(judged, ({ check }) => `${check.verdict} ${check.constraint} ${check.because}`);
  return [...groups.values()].flatMap((same) => {
    const [first] = same;
    return first === undefined
      ? []
      : [{ check: first.check, options: [...new Set(same.map(({ option }) => option))] }];
  });
}
