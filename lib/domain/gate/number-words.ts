const small = 'zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';
const teens = 'thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
const tens = 'twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety';
const large = 'hundred|thousand|million|billion|trillion|quadrillion|milliard|dozen';

/** Cardinals and what is built of them: "twentyfive", "tens", "fivefold", "sixish", "tenth", "hundredths", "fiver". */
const cardinal = new RegExp(
  `^(?:(?:${teens}|${tens}|${small}|${large}))+(?:s|th|ths|fold|ish|some|odd|r|er|ers|plus|and|percent|x|k|y)?$`,
  'u',
);
const ordinal =
  /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)?(?:fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ie(?:th|s))s?$/u;

/** Words that are numbers, or cannot be said without one in mind. */
const others = new Set(
  (
    'half halves halve halved halving halfway quarter quarters twice thrice triple triples tripled tripling treble trebled ' +
    'quadruple quadruples quadrupled quadrupling quintuple quintupled sextuple septuple octuple decuple centuple ' +
    'percent percents percentile percentiles permille promille duo trio quartet quintet sextet octet twosome threesome ' +
    'nought naught naughts nil gross tween teen teens umpteen decade decades century centuries fortnight fortnights ' +
    'millennium millennia millions billions lakh lakhs crore crores googol zillion zillions myriads nines tenner fiver grand ' +
    'doubling doubles doubled twofold threefold twain deuce centi kilo ' +
    // German, French, Spanish and Italian, where the word is no English one: models slip into the client's language.
    'eins zwei drei vier funf sechs sieben acht neun zehn zwolf zwanzig dreissig vierzig funfzig sechzig siebzig achtzig ' +
    'neunzig hundert tausend millionen milliarden prozent halb halfte drittel viertel dutzend ' +
    'deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante ' +
    'soixante mille milliers moitie tiers douzaine pourcent ' +
    'uno tres cuatro cinco seis siete ocho nueve diez veinte treinta cuarenta cincuenta ciento cien mitad docena ' +
    'due tre quattro cinque sei sette otto nove dieci venti trenta cento mila meta'
  ).split(' '),
);

/** Words of the list above that are common English or brand words too. */
const englishToo = new Set([
  'due',
  'acht',
  'meta',
  'sept',
  'grand',
  'gross',
  'kilo',
  'seize',
  'tiers',
  'sei',
  'tre',
  'cento',
  'dix',
]);

/**
 * Whether a word, in lower case and plain letters, is a number word. "one" and "ones" are judged by their neighbours
 * elsewhere, "zero" and "double" by the fixed expressions they stand in.
 */
export function looksLikeNumberWord(word: string): boolean {
  if (judgedByNeighbours.has(word)) return false;
  return cardinal.test(word) || ordinal.test(word) || (others.has(word) && !englishToo.has(word));
}

const judgedByNeighbours = new Set(['one', 'ones', 'oner', 'zero']);
