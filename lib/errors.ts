/**
 * A refusal the user can understand and mend. `code` is stable and becomes form state;
 * anything that is not a DomainError is a fault of ours: it is thrown, logged and apologised for.
 */
export class DomainError extends Error {
  override name = 'DomainError';
  constructor(
    readonly code: string,
    message: string = code,
  ) {
    super(message);
  }
}
