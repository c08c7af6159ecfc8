"""One SQLite file by default; PostgreSQL, Redis and object storage by environment."""

from .environment import VAR, env

VAR.mkdir(parents=True, exist_ok=True)

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{VAR / 'chanchala.sqlite3'}")}
DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

if "sqlite" in DATABASES["default"]["ENGINE"]:
    # IMMEDIATE: a transaction that will write waits at its start, not half-way. FULL: money survives a power cut.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-16000;",
    }
else:
    # A host that does not answer at all is given up soon: a page that says so is better than one that hangs.
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("connect_timeout", 3)

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = env("REDIS_URL", default="")

# Throttles count in the cache, so it must be one that all processes share.
SHARED_CACHE = {
    "BACKEND": "network.shell.steady_cache.SteadyRedisCache",
    "LOCATION": REDIS_URL,
    "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 2},
}
FILE_CACHE = {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": VAR / "cache"}
CACHES = {"default": SHARED_CACHE if REDIS_URL else FILE_CACHE}
# Never from the cache: one that was away for a while would bring back who had signed out.
SESSION_ENGINE = "django.contrib.sessions.backends.db"
