from django.contrib import admin

from network.people.admin import ReadOnly

from .models import District, Province, Subdistrict

admin.site.register([Province, District, Subdistrict], ReadOnly)
