// The set-up of these tests. It is yours: itc wrote it once and leaves it alone.

package contracttests

import (
	"cmp"
	"os"
)

// keeper is whom the shop knows from its first moment, and who may do everything.
var keeper = object{{"email", "admin@bookshop.example"}, {"password", "correct-horse-1"}}

// reader is a customer, who may do less.
var reader = object{{"email", "reader@bookshop.example"}, {"password", "open-sesame-1"}}

// other is another customer, who owns nothing of anybody else.
var other = object{{"email", "other@bookshop.example"}, {"password", "open-sesame-2"}}

func setup() Setup {
	return Setup{
		// Where the API is.
		Target: cmp.Or(os.Getenv("BASE_URL"), "http://127.0.0.1:4010"),

		// What each security scheme of the contract takes: here, a log-in.
		Credentials: object{{"bearer", logIn(keeper)}},

		// Who else calls.
		Others: object{
			{"stranger", object{{"bearer", logIn(other)}}},
			{"lesser", object{{"bearer", logIn(reader)}}},
			{"expired", object{{"bearer", "expired-admin-token-of-the-bookshop"}}},
		},

		// Values that only the shop's owner knows: somebody who can log in.
		Seeds: keeper,
	}
}

// logIn is POST /sessions, as somebody whom the shop knows.
func logIn(person object) LogIn {
	return LogIn{Method: "POST", Path: "/sessions", JSON: person, Token: "/token"}
}
