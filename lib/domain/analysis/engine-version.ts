/** Changes whenever the same answers and catalogue may give another ledger; golden ledgers pin it. */
export const engineVersion = '2';
