import { Disclosure } from '#components/result/disclosure.tsx';

type Versions = {
  assessmentVersion: number;
  assessmentHash: string;
  catalogueVersion: string;
  engineVersion: string;
  ledgerHash: string | null;
};

/** What a run rests on, exactly: the same five give the same figures anywhere. */
export function RunVersions({ run }: { run: Versions }) {
  const versions = [
    { term: 'Assessment, version', value: `${run.assessmentVersion}` },
    { term: 'Assessment, hash', value: run.assessmentHash },
    { term: 'Catalogue', value: run.catalogueVersion },
    { term: 'Engine', value: run.engineVersion },
    { term: 'Ledger, hash', value: run.ledgerHash ?? 'not computed' },
  ];
  return (
    <Disclosure summary="Versions and hashes">
      <dl className="grid gap-x-6 gap-y-1 text-[0.8125rem] sm:grid-cols-[auto_minmax(0,1fr)]">
        {versions.map(({ term, value }) => (
          <div key={term} className="contents">
            <dt className="text-ink-faint">{term}</dt>
            <dd className="mb-1 font-mono text-xs break-all sm:mb-0" data-interface-number="">
              {value}
            </dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}
