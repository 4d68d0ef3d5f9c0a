import { isPronounOne } from './pronoun-one.ts';
import { looksLikeNumberWord } from './number-words.ts';

/**
 * Why a text reads as if it held a number, or undefined when it holds none. Strict by default:
 *
 * - Digits, fractions, superscripts, enclosed, Roman and other numeral characters of any script, also inside words.
 * - Signs that only go with numbers: currency, per cent and per mille, degree, number sign, infinity.
 * - Number words of `looksLikeNumberWord`, also hyphenated, letter-spaced, cut by blanks or marks, in look-alike
 *   letters, and Roman numerals in capitals.
 * - "one" unless it is a pronoun (`isPronounOne`); "single" and "dual" before a noun, "a couple", "a pair of".
 * - "first" and "second" name an order or a unit and pass; "third" passes as an ordinal ("the third step", "third party")
 *   and goes as a fraction ("a third"); later ordinals go, since in prose about a client they are dates and fractions.
 * - "once", "both", "several", "few", "most" and "multiple" pass: they are no quantities that a reader could check.
 * - Month names: a date is a number.
 * - Markup and links, which could show other text than the one judged.
 */
export function numberIn(text: string): string | undefined {
  return markupIn(text) ?? signIn(text) ?? wordIn(text);
}

function markupIn(text: string): string | undefined {
  if (text.includes('{{') || text.includes('}}')) return 'It holds a mark that is not well formed.';
  if (/<[\p{L}/!?]/u.test(text)) return 'It holds markup.';
  if (/&#?\w+;/u.test(text)) return 'It holds a character reference.';
  if (/\b(?:https?|ftp|mailto|javascript|data|file):|\bwww\./iu.test(text)) return 'It holds a link.';
  return undefined;
}

/** Clock faces, dice, dominoes, cards, mahjong tiles, keycaps, braille: pictures of numbers. */
const pictures =
  /[\u{1F51F}\u{1F522}\u{1F4AF}\u{1F550}-\u{1F567}\u2680-\u2685\u{1F000}-\u{1F0FF}\u2800-\u28FF]|\u20E3/u;
const signs = /[\p{Sc}%\u2030\u2031\u066A\uFF05\uFE6A\u00B0\u2116\u221E\u03C0#]/u;
const hanNumerals =
  /[\u3007\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341\u767E\u5343\u4E07\u842C\u5104\u4EBF\u5146\u96F6\u4E24\u5169\u534A\u58F1\u5F10\u53C2\u5EFF\u5345\u53C1\u8086\u4F0D\u9678\u67D2\u634C\u7396\u62FE\u4F70\u4EDF]/u;

function signIn(text: string): string | undefined {
  const compatible = text.normalize('NFKD');
  const digit = /\p{N}/u.exec(text) ?? /\p{N}/u.exec(compatible);
  if (digit !== null) return `It holds a number without a source: ${wordAround(text, digit[0])}.`;
  const sign =
    signs.exec(text) ?? signs.exec(compatible) ?? pictures.exec(text) ?? hanNumerals.exec(compatible);
  if (sign !== null) return `It holds a sign that stands for a number: ${sign[0]}`;
  if (/\p{Script=Latin}\p{M}/u.test(text.normalize('NFC'))) return 'It holds stacked letters.';
  return undefined;
}

function wordAround(text: string, digit: string): string {
  return text.split(/\s+/u).find((word) => word.normalize('NFKD').includes(digit.normalize('NFKD'))) ?? digit;
}

function wordIn(text: string): string | undefined {
  if (mixedScripts.test(text)) return 'It mixes letters of several scripts in a word.';
  const roman = romanNumeralIn(text);
  if (roman !== undefined) return `It holds a Roman numeral: ${roman}.`;
  const spelt = foldLetters(text);
  const phrase = phrases.find((each) => each.test(spelt));
  if (phrase !== undefined) return `It holds a number in words: ${phrase.exec(spelt)?.[0].trim()}.`;
  const word = wordsToJudge(spelt).find(looksLikeNumberWord);
  if (word !== undefined) return `It holds a number in words: ${word}.`;
  for (const match of spelt.matchAll(/(?<![\p{L}])one(?![\p{L}])/giu))
    if (!isPronounOne(spelt, match.index)) return 'It holds a number in words: one.';
  return undefined;
}

const phrases = [
  /(?<!\p{L})[lI|]O{2,}(?!\p{L})/u,
  /\ba\s+couple\b/iu,
  /\bpairs?\s+of\b/iu,
  /\b(?:a|an|one|each|every|another|per|and\s+a|of\s+a)[\s-]+third\b(?![\s-]+(?:party|parties|country|countries))/iu,
  /\bthirds\b/iu,
  /\bper\s+cents?\b/iu,
  /\bsingle\b(?![\s-]+(?:sign[\s-]on|points?\s+of|source|tenant|node|page|handed))/iu,
  /\bdual\b(?![\s-]+(?:use|control))/iu,
  /\bdoubl(?:e|es|ed|ing|y)\b(?![\s-]+(?:check|edged))/iu,
  /\bzero\b(?![\s-]+(?:trust|day))/iu,
  /\bn\s*=\s*n\b/iu,
  /\b(?:january|february|april|june|july|august|september|october|november|december|feb|sept|oct|nov)\b/iu,
  /\b(?:in|by|of|since|until|till|from|before|after|this|next|last|early|late|mid|end)[\s-]+(?:of\s+)?(?:March|May|Jan|Mar|Apr|Jun|Jul|Aug|Sep|Dec)\b/u,
];

const notLatin = String.raw`(?![\p{sc=Latin}\p{sc=Common}\p{sc=Inherited}])\p{L}`;
const mixedScripts = new RegExp(String.raw`\p{sc=Latin}${notLatin}|${notLatin}\p{sc=Latin}`, 'u');

/** Roman numerals in capitals; of one letter none, and of the letters L, C, D, M only in company: CI, CD, DC, XL are words. */
function romanNumeralIn(text: string): string | undefined {
  const candidates = text.match(/(?<![\p{L}\p{N}])[IVXLCDM]{2,}(?![\p{L}\p{N}])/gu) ?? [];
  return candidates.find(
    (word) =>
      /^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/u.test(word) &&
      (/^[IVX]+$/u.test(word) || (word.length >= 4 && /[IVX]/u.test(word))),
  );
}

/** Plain Latin letters: compatibility forms and accents resolved, Cyrillic and Greek look-alikes read as what they look like. */
function foldLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\P{ASCII}/gu, (letter) => lookAlikes.get(letter.toLowerCase()) ?? letter);
}

/** Latin letter -> lower-case letters of Cyrillic, Greek and Armenian, and Latin ones without a dot, that look like it. */
const lookAlikes = new Map(
  Object.entries({
    a: '\u0430\u03B1',
    b: '\u0432',
    d: '\u0501',
    e: '\u0435\u03B5',
    g: '\u0261\u0581',
    h: '\u043D\u04BB\u0570',
    i: '\u0456\u03B9\u0131\u026A',
    l: '\u04CF',
    n: '\u043F\u03B7\u0578',
    o: '\u043E\u03BF\u0585',
    r: '\u0433',
    s: '\u0455',
    t: '\u0442\u03C4',
    u: '\u03C5\u057D',
    v: '\u03BD\u0475',
    w: '\u0461\u03C9\u051D',
    x: '\u0445\u03C7',
    y: '\u0443\u03B3',
  }).flatMap(([letter, alike]) => Array.from(alike, (each) => [each, letter] as const)),
);

/**
 * The words of a text, and what the eye would put together: the letters of each stretch between blanks ("fi-ve",
 * "t*w*o"), two neighbouring stretches ("twen ty"), and runs of single letters ("t e n").
 */
function wordsToJudge(text: string): string[] {
  const camel = text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  const words = camel.match(/\p{L}+/gu) ?? [];
  const stretches = text.split(/\s+/u).map((stretch) => stretch.replace(/[^\p{L}]/gu, ''));
  const pairs = stretches.slice(1).map((stretch, index) => `${stretches[index]}${stretch}`);
  const spaced = text.match(/(?<!\p{L})\p{L}(?:[^\p{L}]{1,3}\p{L})+(?!\p{L})/gu) ?? [];
  const runs = spaced.map((run) => run.replace(/[^\p{L}]/gu, ''));
  return [...words, ...stretches, ...pairs, ...runs].map((word) => word.toLowerCase());
}
