/**
 * The set-up of these tests. It is yours: itc wrote it once and leaves it alone.
 *
 * Install what they need, and run them against your API:
 *
 *   npm install
 *   BASE_URL=http://localhost:8000 npx jest
 *
 * `beforeEach` and `afterEach` in this file stand around each case.
 */
import { defineSetup } from "./itc/setup";

const { env } = process;

export default defineSetup({
  /**
   * Where the API is: a base URL, or the application itself (an Express app, the
   * server of a Nest app), which is then called in process. `prefix: "/v1"` puts a
   * path in front of every operation.
   */
  target: env.BASE_URL ?? "http://127.0.0.1:8000",

  /**
   * Your credential for each security scheme of the contract: of somebody who may do
   * all that good requests need. Without it, the tests that need it are skipped; where
   * all are, the run fails.
   *
   * A log-in (`logIn`, or any function of a client) is made once in each file, and
   * again when it has expired. Where no one may do all, { admin: …, customer: … }
   * gives one for each scope.
   */
  credentials: {},

  /**
   * Who else calls, and with which credentials: { stranger: { bearer: … } }. The
   * tests of somebody who is not here are skipped.
   */
  others: {},

  /** Values that only you know, such as the id of a thing that is always there. */
  seeds: {},

  /**
   * Cases to leave out, and why: { "get-book/happy": "not finished yet" }. An id that
   * other ids begin with leaves all of them out.
   */
  skips: {},
});
