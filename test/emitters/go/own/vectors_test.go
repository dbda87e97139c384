package contracttests

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// vectors are those of a file that all languages share, read by the support code's own reader.
func vectors(t *testing.T, name string) []object {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(os.Getenv("VECTORS"), name))
	if err != nil {
		t.Fatal(err)
	}
	read, err := readJSON(text)
	if err != nil {
		t.Fatal(err)
	}
	var found []object
	for _, each := range read.(list) {
		found = append(found, each.(object))
	}
	return found
}

func of(vector object, name string) any {
	value, _ := vector.get(name)
	return value
}

func TestContainment(t *testing.T) {
	for _, vector := range vectors(t, "containment.json") {
		if found := contains(of(vector, "expected"), of(vector, "actual")); found != of(vector, "contains") {
			t.Errorf("%s: %v", encoded(vector), found)
		}
	}
}

func TestMultiplesOf(t *testing.T) {
	for _, vector := range vectors(t, "multiple-of.json") {
		if found := isMultipleOf(of(vector, "value"), of(vector, "factor")); found != of(vector, "valid") {
			t.Errorf("%s: %v", encoded(vector), found)
		}
	}
}

func TestPathEncoding(t *testing.T) {
	for _, vector := range vectors(t, "path-encoding.json") {
		if found := fillPath(vector.text("template"), vector.object("values")); found != of(vector, "path") {
			t.Errorf("%s: %v", encoded(vector), found)
		}
	}
}

func TestPatterns(t *testing.T) {
	for _, vector := range vectors(t, "patterns.json") {
		pattern := vector.text("pattern")
		if _, err := compiled(pattern); err != nil {
			t.Errorf("%s cannot be read: %v", pattern, err)
		}
		if found := matches(pattern, vector.text("text")); found != of(vector, "matches") {
			t.Errorf("%s: %v, as %s", encoded(vector), found, translated(pattern))
		}
	}
}

func TestSchemas(t *testing.T) {
	for _, vector := range vectors(t, "schemas.json") {
		definitions := vector.object("definitions").set("it", of(vector, "schema"))
		document := object{{"$defs", definitions}, {"operations", object{}}, {"securitySchemes", object{}}}
		read, err := readContract([]byte(encoded(document)))
		if err != nil {
			t.Fatal(err)
		}
		found := list{}
		for _, each := range read.brokenSchema(of(vector, "value"), read.schemas.referred("#/$defs/it"), "body") {
			found = append(found, each.line)
		}
		if !equal(found, of(vector, "lines")) {
			t.Errorf("%s\n got %s", encoded(vector), encoded(found))
		}
	}
}

func TestNumbersKeepTheirValue(t *testing.T) {
	for _, text := range []string{"9007199254740993", "-0.0", "1e+21", "0.1", "123456789012345678901234567890", "1e-07"} {
		read, err := readJSON([]byte(text))
		if err != nil || encoded(read) != text {
			t.Errorf("%s becomes %s (%v)", text, encoded(read), err)
		}
	}
	if equal(number("9007199254740993"), number("9007199254740992")) {
		t.Error("two big integers are the same")
	}
	if !equal(number("1"), number("1.0")) || equal(number("1"), true) {
		t.Error("1 is 1.0, and not true")
	}
}

func TestTextsKeepTheirCharacters(t *testing.T) {
	for _, text := range []string{`"\ud800"`, `"é😀\u0000"`, `"\"\\\n"`} {
		read, err := readJSON([]byte(text))
		if err != nil || encoded(read) != text {
			t.Errorf("%s becomes %s (%v)", text, encoded(read), err)
		}
	}
	if read, _ := readJSON([]byte(`"\ud83d\ude00"`)); read != "😀" || len(characters("a\xed\xa0\x80b")) != 3 {
		t.Error("halves of a pair are one character, and one half is one")
	}
	for _, text := range []string{"", "{", "01", "[1,]", `"` + "\x80" + `"`, "NaN", "1 2"} {
		if read, err := readJSON([]byte(text)); err == nil {
			t.Errorf("%q is read as %v", text, read)
		}
	}
}

func TestFormats(t *testing.T) {
	for _, each := range []struct {
		format, text string
		isMet        bool
	}{
		{"date", "2024-02-29", true},
		{"date", "2023-02-29", false},
		{"date", "0000-01-01", false},
		{"date-time", "2024-02-29t23:59:59.5z", true},
		{"date-time", "2024-02-29T24:00:00Z", false},
		{"date-time", "2024-02-29T23:59:59", false},
		{"email", "a@b", true},
		{"email", "ab", false},
		{"uuid", "00000000-0000-4000-8000-00000000000A", true},
		{"uuid", "{00000000-0000-4000-8000-00000000000a}", false},
		{"uri", "https://example.org/a?b#c", true},
		{"uri", "urn:a:b", true},
		{"uri", "/a", false},
		{"uri", "https://exa mple.org", false},
		{"uri", "http://[::1]:80/", true},
		{"ipv4", "127.0.0.1", true},
		{"ipv4", "127.0.0.01", false},
		{"ipv6", "::1", true},
		{"ipv6", "::1%eth0", false},
		{"hostname", "no host", true},
	} {
		if hasFormat(each.text, each.format) != each.isMet {
			t.Errorf("%+v", each)
		}
	}
}

func TestMasking(t *testing.T) {
	known := &secrets{known: map[string]bool{}}
	known.add("open-sesame", "a b", "abc")
	for text, hidden := range map[string]string{
		"Bearer open-sesame, open-sesame": "Bearer ***, ***",
		"x=a%20b abcd 'abc' abc":          "x=*** abcd '***' abc",
		`{"k":"abc"}`:                     `{"k":"***"}`,
	} {
		if found := known.hide(text); found != hidden {
			t.Errorf("%s becomes %s", text, found)
		}
	}
	body := maskedBody(`{"user":{"passWord":"x","tokens":[],"name":"y"}}`)
	if body != `{"user":{"passWord":"***","tokens":[],"name":"y"}}` || maskedBody("a=1&password=2") != "a=1&password=***" {
		t.Error(body)
	}
}

func TestValuesAreChangedInCopies(t *testing.T) {
	book := object{{"title", "Dune"}, {"tags", list{"a", "b"}}, {"x/y", object{{"~", 1}}}}
	for _, each := range []struct {
		made any
		text string
	}{
		{without(book, "title", "tags/0"), `{"tags":["b"],"x/y":{"~":1}}`},
		{changed(book, "tags/-", "c"), `{"title":"Dune","tags":["a","b","c"],"x/y":{"~":1}}`},
		{changed(book, "x~1y/~0", nil), `{"title":"Dune","tags":["a","b"],"x/y":{"~":null}}`},
		{changed(book, "", 1), `1`},
		{without(book, "none"), `{"title":"Dune","tags":["a","b"],"x/y":{"~":1}}`},
	} {
		made, err := plain(each.made)
		if err != nil || encoded(made) != each.text {
			t.Errorf("%s instead of %s (%v)", encoded(made), each.text, err)
		}
	}
	if _, isWrong := changed(book, "tags/7", 1).(wrong); !isWrong {
		t.Error("there is no eighth tag")
	}
	if text := fmt.Sprint(book); text != fmt.Sprint(object{{"title", "Dune"}, {"tags", list{"a", "b"}}, {"x/y", object{{"~", 1}}}}) {
		t.Error(text)
	}
}

func TestUniqueValuesDiffer(t *testing.T) {
	var made []string
	for range 100 {
		made = append(made, unique("a-####-b"))
	}
	if slices.Sort(made); len(slices.Compact(made)) != 100 || len(made[0]) != 8 {
		t.Error(made)
	}
}

func TestWire(t *testing.T) {
	query := fillQuery(object{{"q", list{true, "a b&+"}}, {"n", number("1.5")}})
	if query != "?q=true&q=a%20b%26%2B&n=1.5" {
		t.Error(query)
	}
	if jar := fillCookies(object{{"c", "1 2;"}}); jar != "c=1%202%3B" {
		t.Error(jar)
	}
	values, leads := readPath("/books/{bookId}", "http://x/v1/books/a%2Fb/?y#z")
	if !leads || encoded(values) != `{"bookId":"a/b"}` {
		t.Error(encoded(values))
	}
	if _, leads := readPath("/books/{bookId}", "http://x/authors/1"); leads {
		t.Error("that leads elsewhere")
	}
}
