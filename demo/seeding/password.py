"""The password of the demo's staff, printed at every start; it opens nothing outside the demo."""

DEMO_PASSWORD = "demo-platform-2569"  # noqa: S105
