# The api as a container: the built wheel in an environment of its own, no source tree, no root.
FROM python:3.13-slim-bookworm AS build
WORKDIR /build
COPY requirements.lock ./
RUN python -m venv /opt/whereabouts \
 && /opt/whereabouts/bin/pip install --no-cache-dir --no-deps --only-binary :all: \
      --require-hashes -r requirements.lock
COPY pyproject.toml LICENSE ./
COPY graph graph
COPY nlp nlp
COPY ingest ingest
COPY visual visual
COPY api api
# hatchling stands in the lock, so building downloads nothing
RUN /opt/whereabouts/bin/python -m hatchling build --target wheel --directory dist \
 && /opt/whereabouts/bin/pip install --no-cache-dir --no-deps dist/*.whl

FROM python:3.13-slim-bookworm
COPY --from=build /opt/whereabouts /opt/whereabouts
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin whereabouts \
 && install --directory --owner=whereabouts --mode=0700 /var/lib/whereabouts
ENV PATH=/opt/whereabouts/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    WHEREABOUTS_HOME=/var/lib/whereabouts \
    WHEREABOUTS_HOST=0.0.0.0 \
    WHEREABOUTS_CONTAINED=1 \
    WHEREABOUTS_PORT=8000
USER whereabouts
VOLUME /var/lib/whereabouts
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=5 CMD \
  ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/api/v1/health', timeout=4)"]
# A container's own loopback can't be published: who may reach port 8000 is decided where it is, in docker-compose.yml.
CMD ["whereabouts", "serve"]
