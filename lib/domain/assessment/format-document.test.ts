import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAssessmentText } from './parse-assessment-text.ts';
import { workloadFields } from './fields/workloads.ts';
import { currencies, dimensions, periods } from './unit.ts';

const page = readFileSync(new URL('../../../docs/assessment-format.md', import.meta.url), 'utf8');
const [file = '', answers = ''] = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, json]) => json);

describe('docs/assessment-format.md', () => {
  it('shows a file that can be imported', () => {
    expect(parseAssessmentText(file)).toMatchObject({ ok: true });
  });

  it('shows answers that can be imported', () => {
    const [, about = '', tokens = ''] = /^(.*?)("inputTokens": \{.*?\}),/s.exec(answers) ?? [];
    const client = about + answers.slice(about.length + tokens.length + 1);
    const filled = file
      .replace('"answers": {}', `"answers": ${client}`)
      .replace('"kind": "llm-serving", "answers": {}', `"kind": "llm-serving", "answers": {${tokens}}`);
    expect(parseAssessmentText(filled)).toMatchObject({
      ok: true,
      assessment: {
        answers: { employees: { value: 180 } },
        workloads: [{ answers: { inputTokens: { low: 4_000 } } }],
      },
    });
  });

  it('names every unit, currency, period and kind of workload', () => {
    const names = [
      ...Object.values(dimensions).flatMap(({ units }) => Object.keys(units)),
      ...Object.keys(periods),
      ...Object.keys(workloadFields),
      ...currencies,
    ];
    expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });
});
