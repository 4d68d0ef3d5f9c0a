import type { Missing } from '#lib/domain/options/option.ts';
import { type Facts, type Investigation, joinFacts, nameIn } from '../investigation.ts';
import { choicesOf } from './choices.ts';

/** What could not be designed or priced, and which answer would change that. */
export function unpricedFacts(investigation: Investigation): Facts {
  return joinFacts([withoutOption(investigation), withoutPrice(investigation)]);
}

function withoutOption({ needs }: Investigation): Facts {
  return joinFacts(
    needs
      .filter(({ options }) => options.length === 0)
      .map((need) => ({
        statements: [
          {
            topic: 'not priced',
            weight: 5,
            text: `${nameIn(need.title, 'A workload')} has no design yet${need.missing.length === 0 ? '' : `; open ${need.missing.length > 1 ? 'are' : 'is'} ${listed(need.missing)}`}.`,
          },
        ],
        questions: questionsOf(need.title, need.missing),
      })),
  );
}

function withoutPrice(investigation: Investigation): Facts {
  return joinFacts(
    choicesOf(investigation)
      .filter(({ choice }) => choice.option.missing.length > 0)
      .map(({ workload, choice }) => ({
        statements: [
          {
            topic: 'not priced',
            weight: 4,
            text: `Not in the price of ${nameIn(workload.name, 'this workload')}: ${listed(choice.option.missing)}.`,
          },
        ],
        questions: questionsOf(workload.name, choice.option.missing),
      })),
  );
}

function questionsOf(name: string, missing: readonly Missing[]) {
  return missing.flatMap(({ what, because, settledBy }) =>
    settledBy === undefined
      ? []
      : [{ answer: settledBy, question: `What does the client say to this, for ${name}: ${what}?`, because }],
  );
}

/** Names of missing parts inside a sentence; a name such as GPU keeps its capitals. */
function listed(missing: readonly Missing[]): string {
  return new Intl.ListFormat('en').format(
    missing.map(({ what }) =>
      /^\p{Lu}\p{Ll}/u.test(what) ? what.charAt(0).toLowerCase() + what.slice(1) : what,
    ),
  );
}
