import { describeAnswer } from '../../assessment/describe-answer.ts';
import type { Question, Questionnaire } from '../../assessment/questions.ts';
import { questionnairesOf, questionsIn } from '../../assessment/questions.ts';
import type { Inline } from '../../gate/prose.ts';
import type { Ledger } from '../../figure/ledger.ts';
import { statedFigure } from '../stated-figure.ts';
import type { Block, Section } from '../document.ts';
import type { SectionSource } from '../report-source.ts';
import { figureRef, heading, inlines, paragraph, table } from '../wording.ts';

type Answered = Question & { answer: NonNullable<Question['answer']> };

/** What the client said, as it said it, with what it does not know and what nobody asked yet. */
export function situation(source: SectionSource): Section {
  return {
    id: 'situation',
    title: 'The situation, as the client states it',
    blocks: questionnairesOf(source.assessment).flatMap((questionnaire) =>
      statedIn(questionnaire, source.ledger),
    ),
  };
}

function statedIn(questionnaire: Questionnaire, ledger: Ledger): Block[] {
  const questions = questionsIn(questionnaire);
  const answered = questions.filter(isAnswered);
  const known = answered.filter(({ answer }) => answer.state === 'value' || answer.state === 'range');
  const unknown = answered.filter(({ answer }) => answer.state === 'unknown');
  const open = questions.filter(({ answer, field }) => answer === undefined && field.weight === 3);
  if (answered.length === 0 && questionnaire.path === 'answers') return [];
  return [
    heading(questionnaire.title),
    ...table(
      `What is known: ${questionnaire.title}`,
      ['Question', 'Answer', 'Basis'],
      known.map((question) => [
        inlines(question.field.label),
        answerInWords(question, ledger),
        inlines('basis' in question.answer ? question.answer.basis : ''),
      ]),
    ),
    ...sentence('Asked, and the client does not know: ', unknown),
    ...sentence('Not asked yet, though it matters: ', open),
  ];
}

function isAnswered(question: Question): question is Answered {
  return question.answer !== undefined;
}

function sentence(opening: string, questions: readonly Question[]): Block[] {
  if (questions.length === 0) return [];
  return [paragraph(opening, questions.map(({ field }) => lowerFirst(field.label)).join('; '), '.')];
}

/** `Users per month` in the middle of a sentence; an abbreviation keeps its capitals. */
function lowerFirst(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? `${label.charAt(0).toLowerCase()}${label.slice(1)}` : label;
}

/**
 * An answer with the client's own words. A number that the analysis used is its figure; what has digits and is no
 * figure is given as said.
 */
function answerInWords({ path, field, answer }: Answered, ledger: Ledger): Inline[] {
  const stated = statedFigure(ledger, path);
  const words = describeAnswer(field, answer).replace(/ \((?:measured|stated|believed)\)$/u, '');
  const asSaid: Inline = { kind: 'quote', answer: path, text: words };
  const said: Inline[] =
    stated !== undefined
      ? [figureRef(stated.id)]
      : field.kind === 'text' || /\p{N}/u.test(words)
        ? [asSaid]
        : inlines(words);
  if (answer.quote === undefined || answer.quote === '' || answer.quote === words) return said;
  return inlines(said, ' \u2013 ', { kind: 'quote', answer: path, text: answer.quote });
}
