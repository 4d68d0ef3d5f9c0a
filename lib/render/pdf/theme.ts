import { StyleSheet } from '@react-pdf/renderer';

export const colours = {
  ink: '#14181f',
  muted: '#5d6673',
  faint: '#8a93a0',
  line: '#d9dde3',
  accent: '#0b4f6c',
  answerBackground: '#eef4f7',
  warning: '#b45309',
  warningBackground: '#fdf5e8',
  noteBackground: '#f4f5f7',
};

/**
 * Points on an A4 page, 595 by 842. The foot is placed from the top: the fast paginator measures `bottom` from the text,
 * not from the page.
 */
export const page = { marginX: 56, marginTop: 72, marginBottom: 68, footTop: 796, textWidth: 595 - 2 * 56 };

export const type = StyleSheet.create({
  page: {
    fontFamily: ['Geist', 'DejaVu'],
    fontSize: 9.5,
    lineHeight: 1.45,
    color: colours.ink,
    paddingTop: page.marginTop,
    paddingBottom: page.marginBottom,
    paddingHorizontal: page.marginX,
  },
  sectionTitle: { fontSize: 19, fontWeight: 700, lineHeight: 1.2, letterSpacing: -0.3 },
  heading: { fontSize: 11.5, fontWeight: 700, lineHeight: 1.3, marginTop: 12, marginBottom: 4 },
  listTitle: { fontSize: 8.5, fontWeight: 700, color: colours.muted, marginTop: 3, marginBottom: 3 },
  paragraph: { marginBottom: 7 },
  small: { fontSize: 7.5, color: colours.muted, lineHeight: 1.4 },
  note: { color: colours.accent, textDecoration: 'none' },
  quote: { fontStyle: 'italic' },
});
