'use client';

import { CircleAlert } from 'lucide-react';
import { Button } from './button.tsx';
import { Empty } from './empty.tsx';

/** What a page shows when it could not be made: what happened, and what to do. The reference finds it in the log. */
export function Fault({ digest, retry }: { digest?: string | undefined; retry: () => void }) {
  return (
    <div role="alert">
      <Empty
        icon={CircleAlert}
        title="This page could not be made"
        action={
          <Button look="primary" onClick={retry}>
            Try again
          </Button>
        }
      >
        Something went wrong on our side; nothing of yours is lost.
        {digest === undefined ? null : (
          <>
            {' '}
            Reference for the operator: <code className="font-mono text-xs">{digest}</code>
          </>
        )}
      </Empty>
    </div>
  );
}
