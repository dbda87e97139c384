// Written by itc, the same for every contract. Do not edit: it is written again.
/** Jest's own environment, in which a test that finds while it runs that it cannot be judged is reported as skipped. */
import { TestEnvironment } from "jest-environment-node";

export default class ItcEnvironment extends TestEnvironment {
  handleTestEvent({ name, test }) {
    if (name !== "test_done") return;
    const errors = test.errors.map((error) =>
      Array.isArray(error) ? error[0] : error,
    );
    if (
      errors.length === 0 ||
      !errors.every((error) => error?.name === "Skipped")
    )
      return;
    test.errors = [];
    test.status = "skip";
  }
}
