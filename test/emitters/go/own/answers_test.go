package contracttests

import (
	"errors"
	"slices"
	"testing"
)

func TestWhatATestNeeds(t *testing.T) {
	body := object{{"id", number("7")}, {"none", nil}, {"items", list{object{{"id", "a"}}}}, {"text", "x"}}
	for _, one := range []struct{ pointer, problem string }{
		{"/id", ""},
		{"", ""},
		{"/items/0/id", ""},
		{"/name", "body.name is missing, which the test needs"},
		{"/none", "body.none is null, and the test needs it"},
		{"/text/id", "body.text is \"x\", without id, which the test needs"},
		{"/items/id", "body.items is [{\"id\":\"a\"}], without id, which the test needs"},
	} {
		problem := ""
		if err := lacking(body, one.pointer, "GET /books"); err != nil {
			problem = err.Error()
		}
		if problem != one.problem {
			t.Errorf("%s: %s", one.pointer, problem)
		}
	}
	var waits pending
	err := lacking(body, "/items/1/id", "GET /books")
	if !errors.As(err, &waits) || waits.reason != "body.items of GET /books has 1 item, and the test needs item 1" {
		t.Errorf("%v", err)
	}
}

func TestTextsThatDifferInDigits(t *testing.T) {
	for _, one := range []struct{ text, kind string }{
		{"item-07", "item-##"},
		{"v1.25 beta", "v#.## beta"},
		{"dune", "text"},
		{"2026-01-02", "day"},
		{"Dune", ""},
		{"-5 degrees", ""},
		{"a1b2", ""},
		{"#1", ""},
	} {
		if key, _ := sortKeyOf(one.text); key.kind != one.kind {
			t.Errorf("%s: %s", one.text, key.kind)
		}
	}
}

func TestWhatIsNotThereNeedsNotBeLeftOut(t *testing.T) {
	book := object{{"title", "Dune"}, {"tags", list{"a"}}}
	found := without(book, "price", "tags/3", "author/name", "title")
	if !equal(found, object{{"tags", list{"a"}}}) {
		t.Error(shown(found))
	}
}

func TestTheNearestOfSeveral(t *testing.T) {
	values := list{object{{"a", "x"}, {"b", "y"}}, object{{"a", "x"}, {"b", "z"}}}
	if found := nearestDifferences(values, object{{"a", "x"}, {"b", "z"}}); len(found) > 0 {
		t.Error(found)
	}
	found := nearestDifferences(values, object{{"a", "x"}})
	if !slices.Equal(found, []string{"body.b is missing, expected \"y\""}) {
		t.Error(found)
	}
}

func TestHeadersMayHoldJSON(t *testing.T) {
	found := headerReadings(`{"left": 3}`)
	if !equal(found[len(found)-1], object{{"left", number("3")}}) {
		t.Error(shown(found))
	}
}

func TestManyFirstAnswersOf404(t *testing.T) {
	var first firstStatuses
	told := 0
	for range 2 * manyRequests {
		if first.areMany(404) {
			told++
		}
	}
	if told != 1 {
		t.Error(told)
	}
	var other firstStatuses
	for _, status := range append([]int{200}, slices.Repeat([]int{404}, 2*manyRequests)...) {
		if other.areMany(status) {
			t.Error("one of them was another")
		}
	}
}
