# Sourced by the commands people run: makes sure of Node packages before anything of ours is executed.

prepare_packages() {
  if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    echo 'Evensplit needs Node.js 20 or newer with npm: install it from your system or nodejs.org, then run this again.' >&2
    exit 1
  fi
  if (($(node -p 'process.versions.node.split(".")[0]') < 20)); then
    echo "Evensplit needs Node.js 20 or newer; this is $(node --version)." >&2
    exit 1
  fi
  # npm writes this file last, so a lock file that is newer means packages are missing or an install was cut.
  if [[ ! -x node_modules/.bin/node || package-lock.json -nt node_modules/.package-lock.json ]]; then
    echo 'Installing packages (first start, or they changed) …'
    # The log level hides notices about the machine's own npm settings and engine hints of packages that run on our Node 24.
    npm ci --no-audit --no-fund --loglevel=error
    touch node_modules/.package-lock.json
  fi
  if [[ ! -d prisma/generated || prisma/schema.prisma -nt prisma/generated/client.ts ]]; then
    # The generator talks a lot; only a failure is worth reading.
    npm run --silent --loglevel=error generate >prisma/generate.log 2>&1 || { cat prisma/generate.log >&2; exit 1; }
    rm -f prisma/generate.log
    touch prisma/generated/client.ts
  fi
}
