/** The largest file that an assessment is imported from, in bytes: a thousand times what a person types. */
export const largestImportBytes = 2_000_000;

export const tooLargeToImport = 'The file is larger than 2 MB.';
