// The set-up of these tests. It is yours: itc wrote it once and leaves it alone.
//
// Run them against your API:
//
//	BASE_URL=http://localhost:8000/base go test ./...

package contracttests

import (
	"cmp"
	"os"
	"testing"
)

func setup() Setup {
	return Setup{
		// Where the API is: a base URL, or the application itself (an http.Handler), which is then
		// called in process. `Prefix: "/base"` puts a path in front of every operation.
		Target: cmp.Or(os.Getenv("BASE_URL"), "http://127.0.0.1:8000/base"),

		// Your credential for each security scheme of the contract: of somebody who may do all that
		// good requests need. Without it, the tests that need it are skipped; where all are, the run
		// fails.
		//
		// A log-in (LogIn, Grant, or any func(*Client) string) is made once, and again when it has
		// expired. Where no one may do all, object{{"admin", ...}, {"customer", ...}} gives one for
		// each scope.
		Credentials: object{},

		// Who else calls, and with which credentials: {"stranger", object{{"bearer", ...}}}. The
		// tests of somebody who is not here are skipped.
		Others: object{},

		// Values that only you know, such as the id of a thing that is always there.
		Seeds: object{},

		// Cases to leave out, and why: {"get-book/happy", "not finished yet"}. An id that other ids
		// begin with leaves all of them out.
		Skips: object{},

		// This runs before each case; what it gives to t.Cleanup runs after it.
		AroundEachCase: func(t *testing.T) {},
	}
}
