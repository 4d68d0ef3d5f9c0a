/** A value between 0 and 1 in a word. Scores and confidences order things; their digits would promise a precision they lack. */
export function gradeOf(value: number): 'strong' | 'fair' | 'weak' {
  if (value >= 2 / 3) return 'strong';
  return value >= 1 / 3 ? 'fair' : 'weak';
}
