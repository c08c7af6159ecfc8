"""Money, days and numbers in the reader's language."""

from django import template

from network.words import baht_text as in_words
from network.words import dates, numbers
from network.words.money import format_money

register = template.Library()


@register.filter
def money(satang):
    """{{ 123450|money }} → ฿1,234.50 or THB 1,234.50; nothing for nothing."""
    return "" if satang is None or satang == "" else format_money(satang)


@register.filter
def signed_money(satang):
    """{{ 50000|signed_money }} → +฿500; {{ -50000|signed_money }} → −THB 500: what went in or out."""
    return f"{'+' * (satang > 0)}{format_money(satang)}"


@register.filter
def baht_text(satang, language=None):
    """{{ 10000|baht_text }} → หนึ่งร้อยบาทถ้วน; {{ 10000|baht_text:"en" }} → One hundred baht only."""
    return in_words.baht_text(satang, language)


@register.filter
def thai_date(day, width=""):
    """{{ day|thai_date }} → 22 พ.ย. 2569; {{ day|thai_date:"long" }} → 22 พฤศจิกายน 2569."""
    return dates.thai_date(day, long=width == "long") if day else ""


@register.filter
def thai_month(day):
    """{{ day|thai_month }} → พฤศจิกายน 2569."""
    return dates.thai_month(day) if day else ""


@register.filter
def thai_datetime(moment, width=""):
    """{{ moment|thai_datetime }} → 22 พ.ย. 2569 เวลา 14:30 น., in Bangkok's time."""
    return dates.thai_datetime(moment, long=width == "long") if moment else ""


@register.filter
def grouped(number):
    """{{ 12345|grouped }} → 12,345."""
    return "" if number is None or number == "" else numbers.grouped(number)
