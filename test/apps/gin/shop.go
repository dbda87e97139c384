// Package shop is a small bookshop, written for the tests of emitted Go suites: an http.Handler that they call in process.
package shop

import (
	"fmt"
	"net/http"
	"sync"

	"github.com/gin-gonic/gin"
)

// New is the shop; with a fault it answers for one book what it does not promise, with a panic it breaks there.
func New(fault string) http.Handler {
	gin.SetMode(gin.ReleaseMode)
	shop := &shop{books: map[string]gin.H{}, fault: fault}
	engine := gin.New()
	engine.UseRawPath = true
	engine.Use(who)
	engine.POST("/books", shop.create)
	engine.GET("/books", shop.all)
	engine.GET("/books/:id", shop.one)
	engine.DELETE("/books/:id", shop.remove)
	engine.POST("/orders", order)
	return engine
}

type shop struct {
	lock  sync.Mutex
	count int
	books map[string]gin.H
	fault string
}

func who(c *gin.Context) {
	if c.GetHeader("Authorization") == "Bearer open-sesame" {
		return
	}
	c.Header("WWW-Authenticate", "Bearer")
	c.AbortWithStatusJSON(http.StatusUnauthorized, gin.H{"title": "who?"})
}

func (s *shop) create(c *gin.Context) {
	book := gin.H{}
	err := c.ShouldBindJSON(&book)
	title, _ := book["title"].(string)
	author, _ := book["author"].(string)
	price, isPriced := book["price"].(float64)
	if err != nil || title == "" || author == "" || isPriced && price < 0 {
		c.JSON(http.StatusUnprocessableEntity, gin.H{"title": "no book"})
		return
	}
	s.lock.Lock()
	defer s.lock.Unlock()
	s.count++
	id := fmt.Sprintf("bk_%d", s.count)
	book["id"] = id
	s.books[id] = book
	c.Header("Location", "/books/"+id)
	c.JSON(http.StatusCreated, book)
}

func (s *shop) all(c *gin.Context) {
	s.lock.Lock()
	defer s.lock.Unlock()
	items := []gin.H{}
	for _, book := range s.books {
		items = append(items, book)
	}
	c.JSON(http.StatusOK, gin.H{"items": items})
}

func (s *shop) one(c *gin.Context) {
	s.lock.Lock()
	defer s.lock.Unlock()
	book, found := s.books[c.Param("id")]
	switch {
	case !found:
		c.JSON(http.StatusNotFound, gin.H{"title": "none"})
	case s.fault == "title":
		c.JSON(http.StatusOK, gin.H{"id": book["id"], "author": book["author"], "title": nil})
	case s.fault == "panic":
		panic("no such shelf")
	default:
		c.JSON(http.StatusOK, book)
	}
}

func (s *shop) remove(c *gin.Context) {
	s.lock.Lock()
	defer s.lock.Unlock()
	delete(s.books, c.Param("id"))
	c.Status(http.StatusNoContent)
}

func order(c *gin.Context) {
	order := gin.H{}
	if err := c.ShouldBindJSON(&order); err != nil {
		c.JSON(http.StatusBadRequest, gin.H{"title": "no order"})
		return
	}
	c.JSON(http.StatusCreated, order)
}
