const before = /(?:^|[^\p{L}])(?:no|this|that|which|whichever|each|every|another|the|any)\s+$/iu;
const adjectiveBefore =
  /(?:^|[^\p{L}])(?:a|an|the|this|that|no|any|every|each|another|its|their|our)\s+(?:\p{L}+[\s-]+){1,2}$/iu;
const followers =
  'that|which|who|whose|where|when|is|was|has|had|can|could|must|should|would|will|may|with|without|for|in|on|at|of|and|or|but|nor|than|as|to|from|if|because|needs|does|by|so|instead|alone|first|costs|holds|wins|fits|rests|serves|keeps|gives|takes|already|under|over|within|before|after|until|while';
const endOrFunctionWord = new RegExp(
  `^(?:\\s*$|\\s*[.,;:!?)\\]"'\\u2019\\u201D\\u2013\\u2014]|\\s+(?:${followers})(?![\\p{L}]))`,
  'iu',
);
const ofThem =
  /^\s+of\s+(?:the|them|these|those|which|whom|us|its|their|our|your|his|her|this|that)(?![\p{L}])/iu;
const relative = /^\s+(?:that|which|who|whose)(?![\p{L}])/iu;
const counting = /(?:^|[^\p{L}])(?:than|only|exactly|just|least|most|to|about|or|and)\s+$/iu;
const verbOfPeople = /^\s+(?:can|could|must|should|would|may|might|cannot|does|has\s+to)(?![\p{L}])/iu;
const fixed =
  /^(?:\s+another(?![\p{L}])|-(?:off|offs|time|way|sided|size)(?![\p{L}])|['\u2019]s(?![\p{L}]))/iu;

/**
 * Whether the "one" at a place in a text stands for a thing or a person and counts nothing: "one of them", "no one",
 * "this one", "the larger one", "one that fails", "one must", "one another", "one-off". Everything else, "one region",
 * "more than one", "one or two", is a number.
 */
export function isPronounOne(text: string, at: number): boolean {
  const left = text.slice(0, at);
  const right = text.slice(at + 'one'.length);
  if (fixed.test(right)) return true;
  if (left.endsWith('-')) return false;
  if (/(?:^|[^\p{L}])no\s+$/iu.test(left)) return endOrFunctionWord.test(right) || /^\s+\p{Ll}/u.test(right);
  if ([ofThem, relative, verbOfPeople].some((tail) => tail.test(right)) && !counting.test(left)) return true;
  return (before.test(left) || adjectiveBefore.test(left)) && endOrFunctionWord.test(right);
}
