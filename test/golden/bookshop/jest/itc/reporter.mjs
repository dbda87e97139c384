// Written by itc, the same for every contract. Do not edit: it is written again.
/** What Jest's and Vitest's own reports have no room for: broken promises, pending tests, contract findings. */
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const MOST_CAUSES = 20;
const MOST_OPERATIONS = 5;
const PENDING = "pending: ";

export default class ItcReporter {
  #error;

  constructor() {
    process.env.ITC_NOTES ||= path.join(
      mkdtempSync(path.join(tmpdir(), "itc-notes-")),
      "notes",
    );
  }

  /** Jest. */
  onRunComplete(
    _contexts,
    { numPassedTests, numFailedTests, numRuntimeErrorTestSuites },
  ) {
    this.#summarise(
      numPassedTests + numFailedTests + numRuntimeErrorTestSuites > 0,
    );
  }

  /** Jest: an error here makes the run fail. */
  getLastError() {
    return this.#error;
  }

  /** Vitest. */
  onTestRunEnd(modules) {
    const outcomes = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => test.result().state),
    );
    const hasErrors = modules.some((module) => module.errors().length > 0);
    this.#summarise(hasErrors || outcomes.some((state) => state !== "skipped"));
    if (this.#error !== undefined) process.exitCode = 1;
  }

  #summarise(isTested) {
    const notes = readNotes(process.env.ITC_NOTES);
    section("broken promises", causes(notes));
    const skipped = count(
      notes.flatMap(({ skipped = "" }) =>
        skipped.startsWith(PENDING) ? [skipped.slice(PENDING.length)] : [],
      ),
    );
    section(
      "pending tests",
      skipped.map(([reason, times]) => `- ${times}: ${reason}`),
    );
    if (skipped.length > 0 && !isTested) {
      process.stderr.write("Nothing was tested.\n");
      this.#error = new Error("Nothing was tested.");
    }
    section(
      "contract findings",
      [...new Set(notes.flatMap(({ findings = [] }) => findings))].map(
        (text) => `- ${text}`,
      ),
    );
  }
}

function readNotes(file) {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line));
}

/** One line for each broken promise, the one that fails most tests first. */
function causes(notes) {
  const found = new Map();
  for (const { case: id, broken = [] } of notes) {
    for (const { cause, operation } of broken) {
      const known = found.get(cause) ?? {
        tests: new Set(),
        operations: new Set(),
      };
      known.tests.add(id);
      known.operations.add(operation);
      found.set(cause, known);
    }
  }
  const ranked = [...found].sort(
    ([a, left], [b, right]) =>
      right.tests.size - left.tests.size || (a < b ? -1 : 1),
  );
  const told = ranked
    .slice(0, MOST_CAUSES)
    .map(([cause, { tests, operations }]) => {
      const names = [...operations].sort();
      const more = names.length - MOST_OPERATIONS;
      const shown = [
        ...names.slice(0, MOST_OPERATIONS),
        ...(more > 0 ? [`${more} more`] : []),
      ].join(", ");
      return `- ${cause} (${tests.size === 1 ? "1 test" : `${tests.size} tests`}: ${shown})`;
    });
  const more = ranked.length - MOST_CAUSES;
  return more > 0 ? [...told, `- and ${more} more`] : told;
}

/** How often each text is there, the most frequent first. */
function count(texts) {
  const counts = new Map();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

function section(heading, lines) {
  if (lines.length > 0)
    process.stderr.write(`\n${heading}\n${lines.join("\n")}\n`);
}
