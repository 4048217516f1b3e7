"""Values that JSON cannot say: integers as {"$int": "1"}, floats as {"$float": "1.0"}, tables as {"$table": [[key, value], ...]}."""


def decode(value: object) -> object:
    if isinstance(value, list):
        return [decode(item) for item in value]
    if not isinstance(value, dict):
        return value
    ((kind, content),) = value.items()
    if kind == "$table":
        return {key: decode(item) for key, item in content}
    return int(content) if kind == "$int" else float(content)
