import { Badge, type Tone } from '#components/ui/badge.tsx';
import { gradeOf } from '#lib/domain/report/grade.ts';

const tones = { strong: 'good', fair: 'plain', weak: 'caution' } as const satisfies Record<string, Tone>;

/** A standing between 0 and 1 in a word; its digits would promise a precision that it lacks. */
export function Grade({ value, of }: { value: number; of?: string }) {
  const grade = gradeOf(value);
  return (
    <Badge tone={tones[grade]}>
      {of === undefined ? '' : `${of}: `}
      {grade}
    </Badge>
  );
}
