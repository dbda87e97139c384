import type { Request, Response } from 'express';
import { refuse } from './oddity.ts';

/** Things by id. */
export class Shelf<T extends object> {
  readonly things = new Map<string, T>();
  #last = 0;

  /** A number that no thing has had. */
  next(): number {
    return (this.#last += 1);
  }

  /** Does something with the thing that a path parameter names; refuses with 404 when it is not there. */
  with(parameter: string, act: (thing: T, response: Response, request: Request) => void) {
    return (request: Request, response: Response): void => {
      const thing = this.things.get(String(request.params[parameter]));
      if (thing) act(thing, response, request);
      else refuse(response, 404);
    };
  }

  /** Removes it, and answers 204. */
  remove(parameter: string) {
    return this.with(parameter, (_thing, response, request) => {
      this.things.delete(String(request.params[parameter]));
      response.status(204).end();
    });
  }
}
