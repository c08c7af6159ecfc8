"""Gunicorn's own messages, as lines of ours: its form would tell addresses and paths."""

import logging

from gunicorn.glogging import Logger


class ServerLog(Logger):
    def setup(self, cfg):
        """Nothing but the level: the root's handler writes."""
        self.loglevel = self.LOG_LEVELS.get(cfg.loglevel, logging.WARNING)
        self.error_log.setLevel(self.loglevel)
        self.error_log.handlers.clear()
        self.error_log.propagate = True
