import { describe, expect, it } from 'vitest';
import type { Figure } from './figure.ts';
import { formatBand, formatFigure, formatValue } from './format.ts';
import type { FigureUnit } from './unit.ts';

function computed(value: number, unit: FigureUnit, band?: { p10: number; p90: number }): Figure {
  return { id: 'a', label: 'A', unit, value, band, kind: 'computed', formula: 'sum', inputs: [] };
}

function listed(value: number, unit: FigureUnit): Figure {
  return { id: 'a', label: 'A', unit, value, kind: 'listed', row: 'compute:x', source: 'A list' };
}

function stated(value: number, unit: FigureUnit): Figure {
  return { id: 'a', label: 'A', unit, value, kind: 'stated', answer: 'answers.x' };
}

describe('a computed figure', () => {
  it('has three significant digits without a wide band', () => {
    expect(formatFigure(computed(1_234.5, 'usd-per-month'))).toBe('$1,230 per month');
    expect(formatFigure(computed(1_234.5, 'usd-per-month', { p10: 1_100, p90: 1_400 }))).toBe(
      '$1,230 per month',
    );
  });

  it('has fewer digits the wider its band', () => {
    expect(formatFigure(computed(1_234.5, 'usd', { p10: 900, p90: 1_800 }))).toBe('$1,200');
    expect(formatFigure(computed(1_234.5, 'usd', { p10: 100, p90: 13_000 }))).toBe('$1,000');
    expect(formatFigure(computed(1_234.5, 'usd', { p10: -50, p90: 13_000 }))).toBe('$1,000');
  });

  it('shows its band with the unit once, and nothing without a band', () => {
    expect(formatBand(computed(1_234.5, 'usd-per-month', { p10: 912, p90: 1_876 }))).toBe(
      '$910 to $1,900 per month',
    );
    expect(formatBand(computed(100, 'usd-per-month', { p10: 99.6, p90: 100.4 }))).toBe(
      '$99.6 to $100 per month',
    );
    expect(formatBand(computed(5, 'usd'))).toBeUndefined();
  });
});

describe('a figure of a source', () => {
  it('shows a list price as the list has it', () => {
    expect(formatFigure(listed(0.526, 'usd-per-hour'))).toBe('$0.526 per hour');
    expect(formatFigure(listed(12.5, 'usd-per-hour'))).toBe('$12.50 per hour');
    expect(formatFigure(listed(15, 'usd-per-million-tokens'))).toBe('$15 per million tokens');
    expect(formatFigure(listed(55.04 * 1, 'usd-per-hour'))).toBe('$55.04 per hour');
  });

  it('shows what the client said without rounding it', () => {
    expect(formatFigure(stated(1_234_567, 'count'))).toBe('1,234,567');
    expect(formatFigure(stated(90_000, 'eur'))).toBe('€90,000');
    expect(formatFigure(stated(55, 'percent'))).toBe('55 %');
  });
});

describe('units', () => {
  it('are singular for one', () => {
    expect(formatFigure(computed(1, 'gpus'))).toBe('1 GPU');
    expect(formatFigure(computed(1, 's'))).toBe('1 second');
    expect(formatFigure(computed(1, 'bytes'))).toBe('1 byte');
    expect(formatFigure(computed(2, 'gpus'))).toBe('2 GPUs');
  });

  it('of time and data keep the number small', () => {
    expect(formatFigure(stated(0.06, 's'))).toBe('60 ms');
    expect(formatFigure(stated(20, 's'))).toBe('20 seconds');
    expect(formatFigure(stated(19 * 3_600, 's'))).toBe('19 hours');
    expect(formatFigure(stated(7 * 2_628_000, 's'))).toBe('7 months');
    expect(formatFigure(stated(10 * 31_536_000, 's'))).toBe('10 years');
    expect(formatFigure(stated(41_000, 'gb'))).toBe('41 TB');
  });

  it('of both ends of a band are the same', () => {
    expect(formatBand(computed(2, 's', { p10: 0.8, p90: 3 }))).toBe('0.8 to 3 seconds');
  });

  it('count parameters and tokens in words', () => {
    expect(formatFigure(computed(70_553_000_000, 'parameters'))).toBe('70.6 billion parameters');
    expect(formatFigure(stated(900, 'tokens'))).toBe('900 tokens');
  });

  it('are left out of the bare value', () => {
    expect(formatValue(computed(1_234.5, 'requests-per-month'))).toBe('1,230');
  });

  it('follow the locale of the reader', () => {
    expect(formatFigure(computed(1_234.5, 'requests-per-month'), 'de')).toBe('1.230 requests per month');
  });
});
