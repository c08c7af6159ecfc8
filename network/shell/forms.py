"""How every form of ours comes out: label, help, field, error, in that order, linked for a screen reader."""

from django.forms.renderers import TemplatesSetting


class ShellRenderer(TemplatesSetting):
    """`{{ form }}` and `{{ field.as_field_group }}` through templates/components/."""

    form_template_name = "components/form.html"
    field_template_name = "components/field.html"
