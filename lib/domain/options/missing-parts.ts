/** Names of parts that code asks for: an option without them is not what it seems. */
export const missingParts = {
  /** The load is unknown, so that what a token API would bill is too. */
  tokens: 'Tokens of the model',
  /** The load is unknown, so that the design is the smallest that runs at all. */
  capacity: 'Machines for the load',
  /** The stated availability needs a second region, and none could be priced. */
  secondRegion: 'Second region',
  /** One source alone knows the price. */
  confirmedPrice: 'A price that a second source confirms',
} as const;
