import type { Block } from '../document.ts';
import { heading, paragraph } from '../wording.ts';

/** How figures, bands, grades of evidence and the order of recommendations come about. */
export function howToRead(): Block[] {
  return [
    heading('Figures'),
    paragraph(
      "Every figure was computed by a formula from the client's answers, a dated price row, a measurement or a named assumption. None was written by a language model. The note at a figure leads to its formula with the inputs filled in. Figures are rounded to what their band allows, and sums are made before rounding.",
    ),
    heading('Bands'),
    paragraph(
      'A band says where a figure most likely lies when everything uncertain is varied together; only its extreme ends are left out. Base values add up; bands do not.',
    ),
    heading('Evidence'),
    paragraph(
      'Evidence is graded strong, fair or weak. What was measured counts more than what was stated, and that more than what is only believed; a figure counts less the wider its band; each further piece of evidence removes part of the remaining doubt; each question that is still open takes away its share.',
    ),
    heading('Order'),
    paragraph(
      'Recommendations are ordered by a weighted sum: benefit counts most, then cost, then risk and urgency alike, then effort and evidence alike. Cost is judged only among options that have the same parts priced, and never on a price that is taken over by ratio from another region.',
    ),
  ];
}
