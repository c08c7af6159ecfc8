"""The shop's forms for readers."""

from django import forms

from .models import ListingReport


class ReportForm(forms.ModelForm):
    """What is wrong with a listing; a reader need not say who she is."""

    class Meta:
        model = ListingReport
        fields = ["reason", "words", "contact"]
        widgets = {"words": forms.Textarea(attrs={"rows": 4}), "reason": forms.RadioSelect}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = ListingReport.Reason.choices  # no empty one to choose
