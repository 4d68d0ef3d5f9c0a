'use client';

import { Fault } from '#components/ui/fault.tsx';

export default function WorkspaceError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return <Fault digest={error.digest} retry={reset} />;
}
