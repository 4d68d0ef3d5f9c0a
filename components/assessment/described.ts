/** What ties an input to its help and its problems. */
export type Described = { 'aria-describedby': string; 'aria-invalid'?: true };
