import { readValue } from '#lib/domain/assessment/read-answer.ts';
import { fig } from '#lib/domain/gate/prose.ts';
import { type Facts, inTheirWords, type Investigation } from '../investigation.ts';

/** What the client wants, whether success could be recognised, and how much time there is. */
export function goalFacts({ assessment, ledger }: Investigation): Facts {
  const { answers } = assessment;
  const wanted = readValue(answers.goals) !== undefined;
  const success = readValue(answers.successCriteria) !== undefined;
  const time = ledger.get('answer.answers.timeline');
  return {
    statements: [
      ...(wanted
        ? [
            {
              topic: 'goals',
              weight: success ? 6 : 7,
              text: success
                ? `What is wanted${inTheirWords(assessment, 'answers.goals')} comes with a test of success${inTheirWords(assessment, 'answers.successCriteria')}, and every recommendation here is to be held against that test.`
                : `What is wanted is said${inTheirWords(assessment, 'answers.goals')}, but not how anybody would recognise that it worked; without a measure taken before the start, success will be a matter of opinion.`,
            },
          ]
        : []),
      ...(time === undefined
        ? []
        : [
            {
              topic: 'goals',
              weight: 4,
              text: `There ${time.band === undefined ? 'is' : 'is on average'} ${fig(time)}${inTheirWords(assessment, 'answers.timeline')}, in which contracts and approvals take their share before any engineering does.`,
            },
          ]),
    ],
    questions: [
      ...(wanted
        ? []
        : [
            {
              answer: 'answers.goals',
              question: 'What should be better for whom, and by when?',
              because: 'Without a goal every design is equally good.',
            },
          ]),
      ...(wanted && !success
        ? [
            {
              answer: 'answers.successCriteria',
              question: 'By which measure, taken before and after, would the client call it a success?',
              because:
                'It decides what is measured from the first day, and whether a business case can be made.',
            },
          ]
        : []),
    ],
  };
}
