import { AppError } from '../../errors.ts';
import { type FormulaId, formulas } from '../formulas.ts';
import type { Band, ComputedFigure, Figure, FigureId } from './figure.ts';
import type { Formula, FormulaArguments } from './formula.ts';
import type { Ledger } from './ledger.ts';
import { bandOf, drawSamples } from './sampling.ts';
import type { FigureUnit } from './unit.ts';

/** A figure that is not computed, as its source gives it. */
export type LeafFigure = Exclude<Figure, ComputedFigure>;

type Description = { id: FigureId; label: string; unit: FigureUnit };

/**
 * Writes figures into a ledger. Values exist at once, so that decisions can rest on them; the band of a computed figure
 * comes from sampling every leaf it rests on, jointly. A builder over an existing ledger adds to it.
 */
export class LedgerBuilder {
  readonly #base: Ledger;
  readonly #added = new Map<FigureId, Figure>();
  readonly #samples = new Map<FigureId, Float64Array>();
  readonly #bands: 'sampled' | 'left-out';

  /** `bands: 'left-out'` is for trying designs out: values decide, nothing is sampled, and the ledger is thrown away. */
  constructor(base: Ledger = new Map(), { bands = 'sampled' }: { bands?: 'sampled' | 'left-out' } = {}) {
    this.#base = base;
    this.#bands = bands;
  }

  /** Writes a stated, listed, measured or assumed figure. Asking again for one that stands gives the one that stands. */
  leaf(figure: LeafFigure): Figure {
    return this.get(figure.id) ?? this.#write(figure);
  }

  /**
   * Writes a figure computed by a formula. Throws `internal` when the result is not a finite number, since a figure that
   * cannot be computed must not exist, and when another figure has the id.
   */
  compute<F extends FormulaId>(
    description: Description,
    formula: F,
    args: FormulaArguments<(typeof formulas)[F], Figure>,
  ): Figure {
    return this.#computeFrom(description, formula, orderedInputs(formulas[formula], args));
  }

  /** Writes a figure by the formula of another one, over other inputs in the same order. Throws as `compute` does. */
  computeLike(description: Description, model: ComputedFigure, inputs: readonly Figure[]): Figure {
    return this.#computeFrom(description, model.formula, inputs);
  }

  #computeFrom(description: Description, formula: FormulaId, inputs: readonly Figure[]): Figure {
    const { evaluate }: Formula = formulas[formula];
    const value = evaluate(...inputs.map((input) => input.value));
    if (!Number.isFinite(value))
      throw new AppError('internal', `Figure ${description.id} by ${formula} is ${value}.`);
    const figure: ComputedFigure = {
      ...description,
      kind: 'computed',
      value,
      formula,
      inputs: inputs.map((input) => input.id),
    };
    if (this.get(figure.id) !== undefined)
      throw new AppError('internal', `Two figures are called ${figure.id}.`);
    if (this.#bands === 'left-out') return this.#write(figure);
    this.#samples.set(figure.id, this.#computeSamples(figure));
    const band = this.#bandOf(figure);
    return this.#write(band === undefined ? figure : { ...figure, band });
  }

  get(id: FigureId): Figure | undefined {
    return this.#added.get(id) ?? this.#base.get(id);
  }

  /** What was written since the builder was made. */
  added(): readonly Figure[] {
    return [...this.#added.values()];
  }

  /** Everything: the base ledger and what was added. */
  ledger(): Ledger {
    return new Map([...this.#base, ...this.#added]);
  }

  #write(figure: Figure): Figure {
    this.#added.set(figure.id, figure);
    return figure;
  }

  #bandOf(figure: ComputedFigure): Band | undefined {
    const band = bandOf(this.#samplesOf(figure));
    return band.p10 === band.p90 ? undefined : band;
  }

  #samplesOf(figure: Figure): Float64Array {
    const known = this.#samples.get(figure.id);
    if (known !== undefined) return known;
    const samples =
      figure.kind === 'computed'
        ? this.#computeSamples(figure)
        : drawSamples(figure.id, figure.value, figure.band);
    this.#samples.set(figure.id, samples);
    return samples;
  }

  /** One draw for a decision, and when no input varies, since every draw would be the same. */
  #computeSamples(figure: ComputedFigure): Float64Array {
    const formula: Formula = formulas[figure.formula];
    if (formula.decision === true) return Float64Array.of(figure.value);
    const columns = figure.inputs.map((id) => this.#samplesOf(this.#known(id)));
    const draws = Math.max(1, ...columns.map((column) => column.length));
    const samples = new Float64Array(draws);
    const values = Array.from<number>({ length: columns.length });
    for (let draw = 0; draw < draws; draw++) {
      for (const [at, column] of columns.entries())
        values[at] = column[column.length === 1 ? 0 : draw] ?? Number.NaN;
      samples[draw] = formula.evaluate(...values);
    }
    return samples;
  }

  #known(id: FigureId): Figure {
    const figure = this.get(id);
    if (figure === undefined) throw new AppError('internal', `The ledger has no figure ${id}.`);
    return figure;
  }
}

function orderedInputs(
  formula: Formula,
  args: readonly Figure[] | Readonly<Record<string, Figure>>,
): readonly Figure[] {
  if (isList(args)) return args;
  if (formula.inputs === 'many') throw new AppError('internal', 'A formula over a list was given names.');
  return formula.inputs.map((name) => {
    const figure = args[name];
    if (figure === undefined) throw new AppError('internal', `A formula lacks its input ${name}.`);
    return figure;
  });
}

function isList(args: readonly Figure[] | Readonly<Record<string, Figure>>): args is readonly Figure[] {
  return Array.isArray(args);
}
