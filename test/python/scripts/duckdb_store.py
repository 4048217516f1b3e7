"""Metaxy's DuckDB store, wherever the installed version has it."""

from pathlib import Path

from metaxy import HashAlgorithm

try:
    from metaxy.ext.duckdb import DuckDBMetadataStore
except ImportError:
    from metaxy.ext.metadata_stores.duckdb import DuckDBMetadataStore


def open_store(path: Path | str, **options: object) -> DuckDBMetadataStore:
    """A store that hashes with MD5: that needs no extension, and the machine may have no way to download one."""
    store = DuckDBMetadataStore(database=str(path), hash_algorithm=HashAlgorithm.MD5, **options)
    store.extensions.clear()
    return store
