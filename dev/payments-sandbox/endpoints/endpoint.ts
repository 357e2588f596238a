import type { Kind, Values } from '../parameters';
import type { Sandbox } from '../sandbox';

type Shape = Record<string, Kind<unknown>>;

/** One address of the API: what it reads and what it does. */
export type Endpoint = {
  method: 'GET' | 'POST' | 'DELETE';
  /** `:id` stands for one segment. */
  path: string;
  parameters: Shape;
  run: (sandbox: Sandbox, values: never, id: string) => object;
};

/** Ties `run` to the parameters it is given. */
export function endpoint<S extends Shape>(
  address: `${Endpoint['method']} ${string}`,
  parameters: S,
  run: (sandbox: Sandbox, values: Values<S>, id: string) => object,
): Endpoint {
  const [method, path = ''] = address.split(' ');
  return { method: method as Endpoint['method'], path, parameters, run };
}
