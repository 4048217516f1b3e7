"""What Metaxy makes of filters: a tree of what it would ask of narwhals, or null where it refuses."""

import json
import sys

from metaxy.models import filter_expression


def literal(value):
    return ["literal", type(value).__name__, value if isinstance(value, str) else repr(value)]


class Expression:
    """Stands in for an expression of narwhals and keeps what it was made of."""

    def __init__(self, *tree):
        self.tree = tree

    def __invert__(self):
        return Expression("not", self.tree)

    def is_null(self):
        return Expression("null", self.tree)

    def is_in(self, values):
        return Expression("in", self.tree, [literal(value) for value in values])


def binary(name):
    return lambda left, right: Expression(name, left.tree, right.tree)


for method, name in {
    "eq": "=", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">=", "and": "and", "or": "or"
}.items():
    setattr(Expression, f"__{method}__", binary(name))


class Narwhals:
    Expr = Expression

    @staticmethod
    def col(name):
        return Expression("column", name)

    @staticmethod
    def lit(value):
        return Expression(*literal(value))


def meaning(text):
    try:
        return filter_expression.parse_filter_string(text).tree
    # Not only what it documents: tokens and numbers that are none come out as other errors.
    except (Exception, RecursionError):
        return None


filter_expression.nw = Narwhals
print(json.dumps([meaning(text) for text in json.load(sys.stdin)]))
