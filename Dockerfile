# `python -m bot serve`, not as root. The data (database, files) is the volume /data; the master key
# comes from outside, as LAMTON_MASTER_KEY or LAMTON_MASTER_KEY_FILE.

FROM python:3.11-slim-bookworm AS environment
COPY requirements-runtime.lock /
RUN python -m venv /environment \
    && /environment/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes \
        --requirement /requirements-runtime.lock

FROM python:3.11-slim-bookworm
RUN groupadd --gid 10001 lamton \
    && useradd --no-log-init --uid 10001 --gid lamton --no-create-home --home-dir /data --shell /usr/sbin/nologin lamton \
    && install --directory --owner lamton --group lamton --mode 0700 /data
COPY --from=environment /environment /environment
WORKDIR /lamton
COPY . .
ENV PATH=/environment/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    LAMTON_DATA_DIR=/data \
    LAMTON_RESIDENTS_LISTEN=0.0.0.0:8080 \
    LAMTON_DESK_LISTEN=0.0.0.0:8081
USER 10001:10001
VOLUME /data
EXPOSE 8080 8081
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8080/healthz', timeout=4)"]
ENTRYPOINT ["python", "-m", "bot"]
CMD ["serve"]
