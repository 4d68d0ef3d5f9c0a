import { InterfaceNumber } from '#components/ui/interface-number.tsx';

/** Words of the ranking method in which every number is a count (of answers, of figures): interface, not figures. */
export function CountedWords({ text }: { text: string }) {
  return text
    .split(/(\d+)/u)
    .map((piece, index) =>
      index % 2 === 1 ? <InterfaceNumber key={`${index}`} value={Number(piece)} /> : piece,
    );
}
