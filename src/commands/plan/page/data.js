/** The plan that the page shows: `PageData` of page-data.ts. */
export const plan = JSON.parse(document.getElementById('data').textContent);

/** @param {number} number of a text in the pool */
export function text(number) {
  return plan.texts[number];
}

/** What each case, element, gap and dependency is searched in: lower case, made once. */
export const haystacks = {
  cases: plan.cases.map(({ id, title, kind, strength, about, steps, rows }) =>
    lower([
      id,
      title,
      kind,
      strength,
      text(about),
      ...steps.flatMap((step) => step.map(text)),
      ...rows.flatMap(([rowId, label]) => [rowId, label]),
    ]),
  ),
  gaps: plan.gaps.map(([code, reason, operation, at]) =>
    lower([text(code), text(reason), text(operation), at]),
  ),
  dependencies: plan.dependencies.map((parts) => lower(parts.map(text))),
};

/** Every element of the contract with its operation's name. */
export const elements = plan.operations.flatMap(({ name, elements: own }) =>
  own.map(([words, at, state, why]) => ({
    operation: name,
    words: text(words),
    at: text(at),
    state,
    by: Array.isArray(why) ? why.map(text) : [],
    reason: Array.isArray(why) ? '' : text(why),
    haystack: lower([name, text(words), text(at), Array.isArray(why) ? '' : text(why)]),
  })),
);

/** @param {readonly string[]} parts */
function lower(parts) {
  return parts.join('\n').toLowerCase();
}
