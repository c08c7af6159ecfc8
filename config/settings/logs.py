"""What is written down of what happens: one line each to the error stream, without secrets or anybody's data."""

from .environment import env


def logging_to_stderr(lines):
    """`lines` is a formatter of network.shell.log_lines; nothing else, Django's own mail to admins least of all."""
    ours = {"handlers": [], "propagate": True}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"lines": {"()": f"network.shell.log_lines.{lines}"}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "lines"}},
        "root": {"handlers": ["stderr"], "level": "WARNING"},
        "loggers": {
            "chanchala": {"level": env("LOG_LEVEL", default="INFO")},
            "django": ours | {"level": "WARNING"},
            "django.request": {"level": "ERROR"},  # what was refused stands in our own line
            "django.server": ours | {"level": "WARNING"},
        },
    }
