-- CreateEnum
CREATE TYPE "MemoryKind" AS ENUM ('injury', 'preference', 'phase', 'event');

-- CreateEnum
CREATE TYPE "InjuryStatus" AS ENUM ('active', 'recovering', 'over');

-- CreateTable
CREATE TABLE "Memory" (
    "id" UUID NOT NULL,
    "athleteId" UUID NOT NULL,
    "kind" "MemoryKind" NOT NULL,
    "text" TEXT NOT NULL,
    "topic" TEXT,
    "status" "InjuryStatus",
    "since" DATE,
    "until" DATE,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "confirmed" BOOLEAN NOT NULL DEFAULT false,
    "sourceTurnId" UUID,
    "idempotencyKey" TEXT NOT NULL,
    "requestHash" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Memory_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Memory_athleteId_idempotencyKey_key" ON "Memory"("athleteId", "idempotencyKey");

-- CreateIndex
CREATE UNIQUE INDEX "Memory_sourceTurnId_key" ON "Memory"("sourceTurnId");

-- AddForeignKey
ALTER TABLE "Memory" ADD CONSTRAINT "Memory_athleteId_fkey" FOREIGN KEY ("athleteId") REFERENCES "Athlete"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Memory" ADD CONSTRAINT "Memory_sourceTurnId_fkey" FOREIGN KEY ("sourceTurnId") REFERENCES "Turn"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma cannot express -------------------------------------------------------------------------------

-- The contracts refuse these before; here nothing can be stored that could not be read.
ALTER TABLE "Memory" ADD CONSTRAINT memory_short CHECK (char_length(text) <= 280 AND char_length(topic) <= 60);
ALTER TABLE "Memory" ADD CONSTRAINT memory_in_order CHECK (until IS NULL OR since IS NULL OR until >= since);
ALTER TABLE "Memory" ADD CONSTRAINT memory_status CHECK ((kind = 'injury') = (status IS NOT NULL));

-- coach keeps them, core-api reads them as facts, ingest never sees them.
GRANT SELECT, INSERT, UPDATE, DELETE ON "Memory" TO evensplit_coach;
GRANT SELECT ("id", "athleteId", "kind", "text", "topic", "status", "since", "until", "createdAt", "updatedAt")
  ON "Memory" TO evensplit_core;
