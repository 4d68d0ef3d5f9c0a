import { appendRunEvent } from '#lib/data/run/run-events.ts';
import { readRunPart, storeRunPart } from '#lib/data/run/run-parts.ts';
import { ledgerOf } from '#lib/domain/figure/ledger.ts';
import { runIdentifiers } from '#lib/domain/gate/identifiers.ts';
import { passGate } from '#lib/domain/gate/pass-gate.ts';
import { quotesOf } from '#lib/domain/gate/quotes.ts';
import type { RunEventBody } from '#lib/domain/run/event.ts';
import type { SpecialistStep } from '#lib/domain/run/event.ts';
import type { SpecialistResult } from '#lib/domain/run/run.ts';
import { AppError } from '#lib/errors.ts';
import { writeBrief } from '#lib/llm/write-brief.ts';
import { useCase } from '../use-case.ts';
import { roundInput, specialistInput } from './step-input.ts';
import { baseOf, wantedRun, workOf } from './work.ts';

/**
 * One specialist's work: facts by pure functions, the brief by the model in use, the gate, the result stored. Done
 * once, it is not done again; of a run that was cancelled while the model wrote, nothing is told or stored any more.
 */
export const runSpecialist = useCase({
  action: 'run:work',
  input: roundInput.extend({ specialist: specialistInput }),
  async perform(app, actor, { specialist: name, round }) {
    const work = await workOf(app, actor, round);
    const { run, scope, assessment } = work;
    const tell = (body: RunEventBody, key: string) =>
      appendRunEvent(app.db, scope, run.id, body, `${name}:${key}:${round}`);
    const reached = (step: SpecialistStep) => tell({ type: 'specialist-step', specialist: name, step }, step);
    if ((await readRunPart(app.db, scope, run.id, `specialist:${name}`)) === null) {
      await tell({ type: 'specialist', specialist: name, state: 'started' }, 'started');
      const specialist = app.specialists.find((known) => known.name === name);
      if (specialist === undefined) throw new AppError('internal', `There is no specialist ${name}.`);
      const base = await baseOf(app, work);
      const ledger = ledgerOf(base.figures);
      const findings = specialist.investigate({
        assessment,
        catalogue: app.catalogue,
        ledger,
        needs: base.needs,
      });
      await reached('facts');
      const { paragraphs, author } = await writeBrief(app.model, {
        instructions: specialist.instructions,
        statements: findings.statements,
      });
      await wantedRun(app, scope, run.id, round);
      await reached('brief');
      const sources = {
        ledger: ledgerOf([...base.figures, ...findings.figures]),
        identifiers: runIdentifiers({ assessment, needs: base.needs, catalogue: app.catalogue }),
        quotes: quotesOf(assessment),
      };
      const passed = paragraphs.map((paragraph) => passGate(paragraph, sources));
      await reached('gate');
      const result: SpecialistResult = {
        name,
        findings,
        brief: passed.map(({ inlines }) => inlines).filter((inlines) => inlines.length > 0),
        author,
        removals: passed.flatMap(({ removals }) => removals),
      };
      await wantedRun(app, scope, run.id, round);
      await storeRunPart(app.db, scope, run.id, `specialist:${name}`, result);
      await reached('stored');
    }
    await tell({ type: 'specialist', specialist: name, state: 'finished' }, 'finished');
    return { specialist: name };
  },
});
