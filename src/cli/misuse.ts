/** Thrown for arguments that cannot be understood: one sentence, and what to do. Ends with code 2. */
export type Misuse = Error & { help?: string };

/** Makes a misuse, to be thrown. */
export function misuse(message: string, help?: string): Misuse {
  return Object.assign(new Error(message), { name: 'Misuse', ...(help === undefined ? {} : { help }) });
}

/** Tells a misuse from any other thrown thing. */
export function isMisuse(error: unknown): error is Misuse {
  return error instanceof Error && error.name === 'Misuse';
}
