# The site as one image: web, worker and beat are the same, started with another command (compose.yaml).
# Two stages: what builds stays behind, what serves has no compiler, no test and no root.

FROM python:3.11-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /venv
COPY requirements/base.txt /tmp/base.txt
RUN /venv/bin/pip install --require-hashes -r /tmp/base.txt
WORKDIR /site
COPY manage.py ./
COPY config config
COPY network network
COPY funding funding
COPY marketplace marketplace
COPY cms cms
COPY templates templates
COPY static static
COPY locale locale
RUN PYTHONPATH=/site /venv/bin/python -m network.words.catalogues \
 && CHANCHALA_VAR=/built SECRET_KEY=only-while-building ALLOWED_HOSTS=localhost \
    DJANGO_SETTINGS_MODULE=config.settings.production /venv/bin/python manage.py collectstatic --no-input -v0

FROM python:3.11-slim-bookworm
# Pango draws the receipts; PostgreSQL's programs back up and restore (of the server's version or newer); curl asks after the site's health.
RUN apt-get update \
 && apt-get install -y --no-install-recommends \
    curl ca-certificates libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 postgresql-client \
 && rm -rf /var/lib/apt/lists/*
RUN groupadd --gid 10001 chanchala && useradd --uid 10001 --gid chanchala --no-create-home --shell /usr/sbin/nologin chanchala
COPY --from=build /venv /venv
COPY --from=build /site /site
COPY --from=build /built/static /site/built
RUN mkdir -p /data && chown chanchala:chanchala /data
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=config.settings.production CHANCHALA_VAR=/data STATIC_ROOT=/site/built BIND=0.0.0.0:8000
WORKDIR /site
USER chanchala
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=3s --start-period=60s CMD curl --fail --silent --output /dev/null -H "Host: ${ALLOWED_HOSTS%%,*}" -H "X-Forwarded-Proto: https" http://127.0.0.1:8000/healthz
CMD ["gunicorn", "config.wsgi", "--config", "config/gunicorn.py"]
