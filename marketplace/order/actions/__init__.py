from .links import renew_link

__all__ = ["renew_link"]
