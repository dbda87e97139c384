"""What Python files hold, for tests: `facts.py FOLDER` prints JSON.

`strings`: every text that a literal stands for, repetitions (`"x" * 256`) worked out. `calls` and `imports`: names.
`comments`: every comment. A file that is no Python is a SyntaxError.
"""

import ast
import json
import sys
import tokenize
from pathlib import Path

facts = {"strings": set(), "calls": set(), "imports": set(), "comments": set()}


class Facts(ast.NodeVisitor):
    def visit_Constant(self, node):
        if isinstance(node.value, str):
            facts["strings"].add(node.value)

    def visit_JoinedStr(self, node):
        facts["calls"].add("an f-string")
        self.generic_visit(node)

    def visit_BinOp(self, node):
        left, right = node.left, node.right
        if isinstance(left, ast.Constant) and isinstance(right, ast.Constant):
            if isinstance(left.value, str) and isinstance(node.op, ast.Mult):
                facts["strings"].add(left.value * right.value)
        self.generic_visit(node)

    def visit_Call(self, node):
        facts["calls"].add(ast.unparse(node.func).split(".")[-1])
        self.generic_visit(node)

    def visit_Import(self, node):
        facts["imports"].update(alias.name for alias in node.names)

    def visit_ImportFrom(self, node):
        facts["imports"].add("." * node.level + (node.module or ""))


for file in sorted(Path(sys.argv[1]).rglob("*.py")):
    if "itc_support" in file.parts:
        continue
    text = file.read_text("utf-8")
    Facts().visit(ast.parse(text, str(file)))
    with file.open("rb") as source:
        tokens = tokenize.tokenize(source.readline)
        comments = (token.string for token in tokens if token.type == tokenize.COMMENT)
        facts["comments"].update(comments)

print(json.dumps({name: sorted(values) for name, values in facts.items()}))
