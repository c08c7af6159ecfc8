"""Templates and forms: one folder of ours in front of every app's own."""

from .apps import TEMPLATE_CONTEXT_PROCESSORS
from .environment import ROOT

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": TEMPLATE_CONTEXT_PROCESSORS},
    }
]

FORM_RENDERER = "network.shell.forms.ShellRenderer"
