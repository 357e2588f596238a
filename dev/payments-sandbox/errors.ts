/** Stripe's answer to a request that it will not do: status, and the `error` object of the body. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly status: number;
  readonly type: string;
  readonly code: string | undefined;
  readonly param: string | undefined;

  constructor(
    message: string,
    {
      status = 400,
      type = 'invalid_request_error',
      code,
      param,
    }: { status?: number; type?: string; code?: string; param?: string } = {},
  ) {
    super(message);
    this.status = status;
    this.type = type;
    this.code = code;
    this.param = param;
  }
}

/** A fault in the parameters themselves: found before anything is done, so no idempotency key remembers it. */
export class ParameterRefusal extends Refusal {
  override name = 'ParameterRefusal';
}

export function missingParameter(param: string): ParameterRefusal {
  return new ParameterRefusal(`Missing required param: ${param}.`, { code: 'parameter_missing', param });
}

export function unknownParameter(param: string): ParameterRefusal {
  return new ParameterRefusal(`Received unknown parameter: ${param}`, { code: 'parameter_unknown', param });
}

export function noSuch(kind: string, id: string, param = 'id'): Refusal {
  // As Stripe does: 404 where the address names it, 400 where a parameter does.
  const status = param === 'id' ? 404 : 400;
  return new Refusal(`No such ${kind}: '${id}'`, { status, code: 'resource_missing', param });
}

/** The body of an error, as Stripe writes it. */
export function describeRefusal({ message, type, code, param }: Refusal) {
  return {
    error: {
      ...(code && { code, doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}` }),
      message,
      ...(param && { param }),
      type,
    },
  };
}
