import { describe, expect, it } from 'vitest';
import { conftest, run, total } from './suite-run.ts';

const inProcess = {
  'FastAPI, with its lifespan': `
from contextlib import asynccontextmanager
from fastapi import Body, FastAPI, Request
from fastapi.responses import JSONResponse
books = {}
@asynccontextmanager
async def lifespan(app):
    yield {"token": "Bearer open-sesame"}
    print("the lifespan ended with", len(books), "books")
app = FastAPI(lifespan=lifespan)
@app.middleware("http")
async def who(request: Request, call_next):
    if request.headers.get("authorization") == request.state.token:
        return await call_next(request)
    return JSONResponse({"title": "who?"}, 401, {"WWW-Authenticate": "Bearer"})
@app.post("/books")
async def create(book: dict = Body()):
    if not book.get("title") or not book.get("author") or book["price"] < 0:
        return JSONResponse({"title": "no book"}, 422)
    key = f"bk_{len(books)}"
    books[key] = {"id": key, **book}
    return JSONResponse(books[key], 201, {"Location": f"/books/{key}"})
@app.get("/books")
async def all_books(): return {"items": list(books.values())}
@app.get("/books/{key:path}")
async def one(key: str):
    return books[key] if key in books else JSONResponse({"title": "none"}, 404)
@app.delete("/books/{key}", status_code=204)
async def remove(key: str): books.pop(key)
@app.post("/orders")
async def order(body=Body()):
    return JSONResponse(body, 201 if isinstance(body, dict) else 400)
`,
  Flask: `
from flask import Flask, jsonify, request
books = {}
app = Flask(__name__)
@app.before_request
def who():
    if request.headers.get("Authorization") != "Bearer open-sesame":
        return {"title": "who?"}, 401, {"WWW-Authenticate": "Bearer"}
@app.post("/books")
def create():
    book = request.get_json()
    if not book.get("title") or not book.get("author") or book["price"] < 0:
        return {"title": "no book"}, 422
    key = f"bk_{len(books)}"
    books[key] = {"id": key, **book}
    return books[key], 201, {"Location": f"/books/{key}"}
@app.get("/books")
def all_books(): return {"items": list(books.values())}
@app.get("/books/<path:key>")
def one(key): return books[key] if key in books else ({"title": "none"}, 404)
@app.delete("/books/<key>")
def remove(key):
    books.pop(key)
    return "", 204
@app.post("/orders")
def order():
    body = request.get_json()
    return jsonify(body), 201 if isinstance(body, dict) else 400
`,
};

/** A server that says what it was sent, and tests of what that is. */
const echo = `
from flask import Flask, request
app = Flask(__name__)
@app.route("/<path:path>", methods=["GET", "POST", "PUT", "PATCH", "OPTIONS", "TRACE"])
def echo(path):
    return {
        "method": request.method,
        "path": path,
        "query": request.query_string.decode(),
        "cookies": request.cookies,
        "x": request.headers.get("X-Flag"),
        "type": request.content_type,
        "form": request.form.to_dict(flat=False),
        "files": {k: [f.filename, f.mimetype, f.read().decode()] for k, f in request.files.items()},
        "text": "" if request.form or request.files else request.get_data(as_text=True),
    }
`;
const wire = `
from itc_support import upload

def sent(answer, *names):
    return [answer.body[name] for name in names]

def test_parts(api):
    answer = api.get("/a/{b}", path={"b": "x y+"}, query={"q": [True, "a b&+"], "n": 1.5}, headers={"X-Flag": False}, cookies={"c": "1 2"})
    assert sent(answer, "path", "query", "x") == ["a/x y+", "q=true&q=a%20b%26%2B&n=1.5", "false"]
    assert answer.body["cookies"] == {"c": "1%202"}

def test_bodies(api):
    assert sent(api.post("/a", json=None), "type", "text") == ["application/json", "null"]
    assert sent(api.patch("/a", json={}, media_type="application/merge-patch+json"), "type") == ["application/merge-patch+json"]
    assert sent(api.put("/a", form={"a": ["1", True], "b": "x&y"}), "form") == [{"a": ["1", "true"], "b": ["x&y"]}]
    assert sent(api.post("/a", text=("text/plain", "{")), "type", "text") == ["text/plain", "{"]
    assert sent(api.request("TRACE", "/a"), "method", "type") == ["TRACE", None]

def test_files(api):
    answer = api.post("/a", multipart={"f": upload("a.txt", "text/plain", "hi"), "n": 1, "l": ["x", "y"]})
    assert sent(answer, "form", "files") == [{"n": ["1"], "l": ["x", "y"]}, {"f": ["a.txt", "text/plain", "hi"]}]
`;

/** The set-up with the application of `shop.py`. */
const setUp = () =>
  conftest.replace(/return os\.environ\.get\("BASE_URL".*/, 'from shop import app\n\n    return app');

describe('in process', () => {
  it.each(Object.entries(inProcess))('calls %s', async (_, app) => {
    const { output, count } = await run({ files: { 'conftest.py': setUp(), 'shop.py': app }, args: ['-s'] });
    expect(count('passed'), output).toBe(total);
    if (app.includes('lifespan')) expect(output).toContain('the lifespan ended with 0 books');
  });

  it('puts every part of a request on the wire', async () => {
    const setUp = conftest.replace(
      /return os\.environ\.get\("BASE_URL".*/,
      'from echo import app\n\n    return app',
    );
    const files = { 'conftest.py': setUp, 'echo.py': echo, 'test_wire.py': wire };
    const { output } = await run({ files, args: ['-k', 'test_wire'] });
    expect(output).toContain('3 passed');
  });

  it('takes an application below a path, and what it raises is a 500', async () => {
    const app = `
async def app(scope, receive, send):
    assert scope["path"].startswith("/v1/")
    raise RuntimeError("oh")
`;
    const setUp = conftest.replace(
      /return os\.environ\.get\("BASE_URL".*/,
      'from shop import app\n\n    return app, "/v1"',
    );
    const { output } = await run({ files: { 'conftest.py': setUp, 'shop.py': app } });
    expect(output).toContain("> curl -X POST 'http://testserver/v1/books'");
    expect(output).toContain('- status is 500, expected 201');
    expect(output).toMatch(/! shop\.py:4 in app: raise RuntimeError\("oh"\)\nE +! RuntimeError: oh\n/);
  });

  it.each([
    ['lets out', 'def app(environ, start_response):\n    return [1 / int(environ["SCRIPT_NAME"] or 0)]\n', 2],
    [
      'turns into a 500, and logs',
      'from flask import Flask\napp = Flask(__name__)\n@app.post("/books")\ndef create():\n    return str(1 / 0)\n',
      5,
    ],
  ])('shows where an exception comes from that an application %s', async (_, app, line) => {
    const { output } = await run({ files: { 'conftest.py': setUp(), 'shop.py': app } });
    expect(output).toContain('- status is 500, expected 201');
    expect(output).toMatch(new RegExp(`! shop\\.py:${line} in \\w+: .*\\nE +! ZeroDivisionError: `));
  });

  it('shows no exception of an earlier request', async () => {
    const app = `
import logging
def app(environ, start_response):
    if environ["REQUEST_METHOD"] == "POST":
        logging.getLogger("shop").error("oh", exc_info=ValueError("earlier"))
    start_response("500 No" if environ["REQUEST_METHOD"] == "GET" else "200 OK", [])
    return [b""]
`;
    const tests = `
def test_one(api):
    assert api.post("/books").status == 200
    api.get("/books").conforms(200)
`;
    const { output } = await run({
      files: { 'conftest.py': setUp(), 'shop.py': app, 'test_one.py': tests },
      args: ['-k', 'test_one'],
    });
    expect(output).toContain('- status is 500, expected 200');
    expect(output).not.toContain('! ValueError');
  });
});
