package contracttests

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// TestAnotherValidator holds every value of the shared vectors against every schema of them, and asks a validator that is
// not ours whether it is right.
func TestAnotherValidator(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(os.Getenv("VECTORS"), "schemas.json"))
	if err != nil {
		t.Fatal(err)
	}
	read, err := readJSON(text)
	if err != nil {
		t.Fatal(err)
	}
	vectors := read.(list)
	count := 0
	for _, one := range vectors {
		vector := one.(object)
		schema, _ := vector.get("schema")
		document := object{{"$defs", vector.object("definitions").set("it", schema)}}
		judge := judgeOf(t, document)
		ours, err := readContract([]byte(encoded(document)))
		if err != nil {
			t.Fatal(err)
		}
		for _, other := range vectors {
			value, _ := other.(object).get("value")
			isValid := judge.Validate(loose(t, value)) == nil
			if found := ours.schemas.isValid(value, ours.schemas.referred("#/$defs/it")); found != isValid {
				t.Errorf("%s is %v, and not %v, by %s", encoded(value), found, isValid, encoded(document))
			}
			count++
		}
	}
	fmt.Println(count, "pairs")
}

func judgeOf(t *testing.T, document object) *jsonschema.Schema {
	t.Helper()
	compiler := jsonschema.NewCompiler()
	compiler.DefaultDraft(jsonschema.Draft2020)
	compiler.AssertFormat()
	others := "duration hostname idn-email idn-hostname iri iri-reference json-pointer regex relative-json-pointer time " +
		"uri-reference uri-template period semver"
	for _, name := range strings.Fields(others) {
		compiler.RegisterFormat(&jsonschema.Format{Name: name, Validate: func(any) error { return nil }})
	}
	compiler.RegisterFormat(&jsonschema.Format{Name: "email", Validate: func(value any) error {
		if hasFormat(value, "email") {
			return nil
		}
		return fmt.Errorf("no address")
	}})
	compiler.UseRegexpEngine(func(pattern string) (jsonschema.Regexp, error) {
		return readable{pattern}, nil
	})
	if err := compiler.AddResource("urn:contract", loose(t, document)); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("urn:contract#/$defs/it")
	if err != nil {
		t.Fatal(encoded(document), err)
	}
	return schema
}

// readable is a pattern as the suite reads it.
type readable struct{ pattern string }

func (r readable) MatchString(text string) bool { return matches(r.pattern, text) }

func (r readable) String() string { return r.pattern }

// loose is a value as others read it.
func loose(t *testing.T, value any) any {
	t.Helper()
	read, err := jsonschema.UnmarshalJSON(strings.NewReader(encoded(value)))
	if err != nil {
		t.Fatal(err)
	}
	return read
}
