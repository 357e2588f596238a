import { missingParameter, ParameterRefusal, Refusal, unknownParameter } from './errors';
import type { FormValue } from './form';

/** Reads one parameter; throws a `ParameterRefusal` as Stripe would word it. `undefined`: not sent. */
export type Kind<T> = (value: FormValue | undefined, name: string) => T;

/** Keys that a request of type `T` cannot be made without. */
type RequiredKeys<T> = { [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? never : K }[keyof T];

/**
 * What the sandbox reads of a request whose type in the SDK is `T`: what is required there is required here,
 * and nothing is read that the SDK does not know.
 */
export type Parameters<T> = { [K in RequiredKeys<T>]: Kind<T[K]> } & {
  [K in keyof T]?: Kind<T[K] | undefined>;
};

/** What a set of parameters comes to. */
export type Values<S> = { [K in keyof S]: S[K] extends Kind<infer T> ? T : never };

/** Reads a whole request or a part of one: unknown parameters first, as Stripe does. */
export function readParameters<S extends Record<string, Kind<unknown>>>(
  shape: S,
  form: Record<string, FormValue>,
  prefix = '',
): Values<S> {
  const nameOf = (key: string) => (prefix ? `${prefix}[${key}]` : key);
  for (const key of Object.keys(form)) {
    if (!Object.hasOwn(shape, key)) throw unknownParameter(nameOf(key));
  }
  const read = Object.entries(shape).map(([key, kind]) => [key, kind(form[key], nameOf(key))]);
  return Object.fromEntries(read.filter(([, value]) => value !== undefined)) as Values<S>;
}

export function optional<T>(kind: Kind<T>): Kind<T | undefined> {
  return (value, name) => (value === undefined ? undefined : kind(value, name));
}

/** An empty value unsets: `''` stands for it. */
export function emptyable<T>(kind: Kind<T>): Kind<T | ''> {
  return (value, name) => (value === '' ? '' : kind(value, name));
}

export function text({ max = 5_000 }: { max?: number } = {}): Kind<string> {
  return (value, name) => {
    const given = plain(value, name);
    if (given === '') {
      throw new ParameterRefusal(
        `You passed an empty string for '${name}'. We assume empty values are an attempt to unset a parameter; however '${name}' cannot be unset. You should remove '${name}' from your request or supply a non-empty value.`,
        { code: 'parameter_invalid_empty', param: name },
      );
    }
    if (given.length > max) {
      throw new ParameterRefusal(
        `Invalid string: ${given.slice(0, 10)}...; must be at most ${max} characters`,
        { param: name },
      );
    }
    return given;
  };
}

export function integer({
  min = 0,
  max = 99_999_999_999,
}: {
  min?: number;
  max?: number;
} = {}): Kind<number> {
  return (value, name) => {
    const given = plain(value, name);
    if (!/^-?\d+$/.test(given)) {
      throw new ParameterRefusal(`Invalid integer: ${given}`, {
        code: 'parameter_invalid_integer',
        param: name,
      });
    }
    const number = Number(given);
    if (number < min || number > max) {
      const bound = number < min ? `greater than or equal to ${min}` : `less than or equal to ${max}`;
      throw new ParameterRefusal(`This value must be ${bound}.`, {
        code: 'parameter_invalid_integer',
        param: name,
      });
    }
    return number;
  };
}

export function decimal({ above, upTo }: { above: number; upTo: number }): Kind<number> {
  return (value, name) => {
    const given = plain(value, name);
    const number = Number(given);
    if (!/^\d+(\.\d+)?$/.test(given) || number <= above || number > upTo) {
      throw new ParameterRefusal(`Invalid decimal: ${given}; must be above ${above} and at most ${upTo}`, {
        param: name,
      });
    }
    return number;
  };
}

export function boolean(): Kind<boolean> {
  return (value, name) => {
    const given = plain(value, name);
    if (given !== 'true' && given !== 'false') {
      throw new ParameterRefusal(`Invalid boolean: ${given}`, { param: name });
    }
    return given === 'true';
  };
}

export function oneOf<const T extends string>(...choices: readonly T[]): Kind<T> {
  return (value, name) => {
    const given = plain(value, name);
    const found = choices.find((choice) => choice === given);
    if (found === undefined) {
      throw new ParameterRefusal(`Invalid ${name}: must be one of ${choices.join(', ')}`, { param: name });
    }
    return found;
  };
}

export function url(): Kind<string> {
  return (value, name) => {
    const given = plain(value, name);
    if (!/^https?:\/\//.test(given) || !URL.canParse(given)) {
      throw new ParameterRefusal('Not a valid URL', { code: 'url_invalid', param: name });
    }
    return given;
  };
}

export function email(): Kind<string> {
  return (value, name) => {
    const given = plain(value, name);
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(given)) {
      throw new ParameterRefusal(`Invalid email address: ${given}`, { code: 'email_invalid', param: name });
    }
    return given;
  };
}

/** A three-letter currency, in lower case as Stripe gives it back. */
export function currency(): Kind<string> {
  return (value, name) => {
    const given = plain(value, name).toLowerCase();
    if (!/^[a-z]{3}$/.test(given)) {
      throw new ParameterRefusal(`Invalid currency: ${given}`, { param: name });
    }
    return given;
  };
}

/** Stripe's bounds: 50 keys of 40 characters, values of 500. An empty value removes its key. */
export function metadata(): Kind<Record<string, string>> {
  return (value, name) => {
    const given = nested(value, name);
    const entries = Object.entries(given).map(([key, one]) => [key, plain(one, `${name}[${key}]`)] as const);
    const fault =
      (entries.length > 50 && 'Metadata can have up to 50 keys') ||
      (entries.some(([key]) => key.length > 40) && 'Metadata keys can have up to 40 characters') ||
      (entries.some(([, one]) => one.length > 500) && 'Metadata values can have up to 500 characters');
    if (fault) throw new ParameterRefusal(fault, { param: name });
    return Object.fromEntries(entries);
  };
}

export function object<S extends Record<string, Kind<unknown>>>(shape: S): Kind<Values<S>> {
  return (value, name) => readParameters(shape, nested(value, name), name);
}

export function list<T>(kind: Kind<T>, { min = 0, max = 100 } = {}): Kind<T[]> {
  return (value, name) => {
    if (value === undefined) throw missingParameter(name);
    const entries = typeof value === 'string' ? undefined : Object.entries(value);
    if (!entries?.every(([key]) => /^\d+$/.test(key))) {
      throw new ParameterRefusal('Invalid array', { param: name });
    }
    if (entries.length < min || entries.length > max) {
      throw new ParameterRefusal(`Invalid array: must have between ${min} and ${max} elements`, {
        param: name,
      });
    }
    return entries.map(([, one], n) => kind(one, `${name}[${n}]`));
  };
}

export type Range = { gt?: number; gte?: number; lt?: number; lte?: number };

/** A time, or bounds of one, in seconds. */
export function range(): Kind<number | Range> {
  const bound = optional(integer());
  const bounds = object({ gt: bound, gte: bound, lt: bound, lte: bound });
  return (value, name) =>
    value !== undefined && typeof value === 'object' ? bounds(value, name) : integer()(value, name);
}

/** Accepted everywhere. */
export const EXPAND = { expand: optional(list(text(), { max: 20 })) };

/** Of every list. */
export const PAGE = {
  ...EXPAND,
  limit: optional(integer({ min: 1, max: 100 })),
  starting_after: optional(text()),
  ending_before: optional(text()),
};

/** Throws where both are sent. */
export function refuseBoth(values: Record<string, unknown>, one: string, other: string): void {
  if (values[one] === undefined || values[other] === undefined) return;
  throw new Refusal(`You may only specify one of these parameters: ${one}, ${other}.`, {
    code: 'parameters_exclusive',
    param: one,
  });
}

function plain(value: FormValue | undefined, name: string): string {
  if (value === undefined) throw missingParameter(name);
  if (typeof value !== 'string') throw new ParameterRefusal('Invalid string', { param: name });
  return value;
}

function nested(value: FormValue | undefined, name: string): Record<string, FormValue> {
  if (value === undefined) throw missingParameter(name);
  if (typeof value === 'string') throw new ParameterRefusal('Invalid object', { param: name });
  return value;
}
