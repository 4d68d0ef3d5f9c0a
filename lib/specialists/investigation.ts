import { answerAt } from '#lib/domain/assessment/describe-answer.ts';
import type { AnswerPath, Assessment } from '#lib/domain/assessment/assessment.ts';
import { LedgerBuilder } from '#lib/domain/figure/ledger-builder.ts';
import type { Engine } from '#lib/domain/figure/leaves/engine.ts';
import { isName } from '#lib/domain/gate/identifiers.ts';
import { id, type Prose, quote } from '#lib/domain/gate/prose.ts';
import type { Findings, Need } from '#lib/domain/run/run.ts';
import type { Specialist, SpecialistInput } from './contract.ts';

/** What a fact is computed from: the frozen input, and the ledger that the specialist's own figures are added to. */
export type Investigation = Engine & { needs: readonly Need[] };

/** What one fact contributes. */
export type Facts = Partial<Omit<Findings, 'figures'>>;
export type Fact = (investigation: Investigation) => Facts;

/** An `investigate` that joins what every fact contributes, in order, with the figures that they wrote. */
export function investigateBy(...facts: readonly Fact[]): Specialist['investigate'] {
  return ({ assessment, catalogue, needs, ledger: base }: SpecialistInput) => {
    const ledger = new LedgerBuilder(base);
    const found = facts.map((fact) => fact({ assessment, catalogue, needs, ledger }));
    return {
      figures: [...ledger.added()],
      statements: found.flatMap(({ statements = [] }) => statements),
      claims: found.flatMap(({ claims = [] }) => claims),
      recommendations: found.flatMap(({ recommendations = [] }) => recommendations),
      questions: found.flatMap(({ questions = [] }) => questions),
    };
  };
}

/** What several facts contribute together. */
export function joinFacts(facts: readonly Facts[]): Facts {
  return {
    statements: facts.flatMap(({ statements = [] }) => statements),
    claims: facts.flatMap(({ claims = [] }) => claims),
    recommendations: facts.flatMap(({ recommendations = [] }) => recommendations),
    questions: facts.flatMap(({ questions = [] }) => questions),
  };
}

/** The name of a workload, commitment or machine as prose may hold it; what it is when the name reads as a number. */
export function nameIn(name: string, otherwise: string): Prose {
  return isName(name) && !/[{}]/u.test(name) ? id(name) : otherwise;
}

/** The client's own words on a question in parentheses, with a blank before; empty when there are none. */
export function inTheirWords(assessment: Assessment, path: AnswerPath): Prose {
  const said = answerAt(assessment, path)?.quote;
  return said === undefined || said === '' ? '' : ` (${quote(path)})`;
}
