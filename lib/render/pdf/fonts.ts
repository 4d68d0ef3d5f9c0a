import path from 'node:path';
import { Font } from '@react-pdf/renderer';

/** Geist for the text; DejaVu Sans for what Geist lacks: Greek, arrows, mathematics, Hebrew, Arabic and many symbols. */
const faces = [
  {
    family: 'Geist',
    folder: 'geist/dist/fonts/geist-sans',
    regular: 'Geist-Regular',
    bold: 'Geist-SemiBold',
    italic: 'Geist-Italic',
    boldItalic: 'Geist-SemiBoldItalic',
  },
  {
    family: 'DejaVu',
    folder: 'dejavu-fonts-ttf/ttf',
    regular: 'DejaVuSans',
    bold: 'DejaVuSans-Bold',
    italic: 'DejaVuSans-Oblique',
    boldItalic: 'DejaVuSans-BoldOblique',
  },
] as const;

/** Makes the fonts of the report known to the renderer and returns a test for characters that none of them can print. */
export async function registerFonts(): Promise<(codePoint: number) => boolean> {
  for (const face of faces) {
    const file = (name: string): string =>
      path.join(process.cwd(), 'node_modules', face.folder, `${name}.ttf`);
    Font.register({
      family: face.family,
      fonts: [
        { src: file(face.regular) },
        { src: file(face.bold), fontWeight: 700 },
        { src: file(face.italic), fontStyle: 'italic' },
        { src: file(face.boldItalic), fontWeight: 700, fontStyle: 'italic' },
      ],
    });
  }
  Font.registerHyphenationCallback((word) => breakable(word));
  await Promise.all(faces.map(({ family }) => Font.load({ fontFamily: family })));
  const loaded = faces.map(({ family }) => Font.getFont({ fontFamily: family }).data);
  return (codePoint) => loaded.some((font) => font?.hasGlyphForCodePoint(codePoint) === true);
}

/** Longer words than this are cut where they must be to stay inside their column; no hyphen is put in. */
export const longestWhole = 20;

function breakable(word: string): string[] {
  if (word.length <= longestWhole) return [word];
  const pieces = word.match(/[^/._\-:@]{1,16}[/._\-:@]*|[/._\-:@]+/gu) ?? [word];
  return pieces.flatMap((piece, index) => (index === 0 ? [piece] : ['\uFEFF', piece]));
}
