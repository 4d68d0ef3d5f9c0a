import { InterfaceNumber } from '#components/ui/interface-number.tsx';

/** Time between two moments in milliseconds: seconds below two minutes, then minutes. Never below zero, since clocks differ. */
export function Elapsed({ from, to }: { from: number; to: number }) {
  const seconds = Math.max(0, to - from) / 1_000;
  return (
    <span className="whitespace-nowrap tabular-nums">
      {seconds < 120 ? (
        <>
          <InterfaceNumber value={seconds < 10 ? Math.round(seconds * 10) / 10 : Math.round(seconds)} /> s
        </>
      ) : (
        <>
          <InterfaceNumber value={Math.round(seconds / 60)} /> min
        </>
      )}
    </span>
  );
}
