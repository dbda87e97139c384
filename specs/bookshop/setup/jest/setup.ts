/** The set-up of these tests. It is yours: itc wrote it once and leaves it alone. */
import { defineSetup, logIn } from "./itc/setup";

/** Whom the shop knows from its first moment, and who may do everything. */
const keeper = {
  email: "admin@bookshop.example",
  password: "correct-horse-1",
};

/** A customer, who may do less. */
const reader = { email: "reader@bookshop.example", password: "open-sesame-1" };

/** Another customer, who owns nothing of anybody else. */
const other = { email: "other@bookshop.example", password: "open-sesame-2" };

/** POST /sessions, as somebody whom the shop knows. */
const logInAs = (person: object) =>
  logIn("POST", "/sessions", { json: person, token: "/token" });

export default defineSetup({
  target: process.env.BASE_URL ?? "http://127.0.0.1:4010",
  credentials: { bearer: logInAs(keeper) },
  others: {
    stranger: { bearer: logInAs(other) },
    lesser: { bearer: logInAs(reader) },
    expired: { bearer: "expired-admin-token-of-the-bookshop" },
  },
  seeds: keeper,
});
