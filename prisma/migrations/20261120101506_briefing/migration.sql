-- CreateEnum
CREATE TYPE "BriefingStatus" AS ENUM ('queued', 'writing', 'ready');

-- CreateTable
CREATE TABLE "Briefing" (
    "athleteId" UUID NOT NULL,
    "status" "BriefingStatus" NOT NULL DEFAULT 'queued',
    "queuedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "runEpoch" INTEGER NOT NULL DEFAULT 0,
    "leaseUntil" TIMESTAMPTZ(3),
    "localDate" DATE,
    "text" TEXT,
    "facts" JSONB NOT NULL DEFAULT '[]',
    "writer" TEXT,
    "inputsHash" TEXT,
    "writtenAt" TIMESTAMPTZ(3),
    "checkedAt" TIMESTAMPTZ(3),
    "basis" TEXT,
    "dueAt" TIMESTAMPTZ(3),

    CONSTRAINT "Briefing_pkey" PRIMARY KEY ("athleteId")
);

-- CreateIndex
CREATE INDEX "Session_lastSeenAt_idx" ON "Session"("lastSeenAt");

-- CreateIndex
CREATE INDEX "AthleteModel_updatedAt_idx" ON "AthleteModel"("updatedAt");

-- AddForeignKey
ALTER TABLE "Briefing" ADD CONSTRAINT "Briefing_athleteId_fkey" FOREIGN KEY ("athleteId") REFERENCES "Athlete"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot express -------------------------------------------------------------------------------

-- Orders that are open, for the look at those whose job is gone.
CREATE INDEX briefing_open ON "Briefing" ("queuedAt") WHERE status <> 'ready';
ALTER TABLE "Briefing" ADD CONSTRAINT briefing_leased CHECK ((status = 'writing') = ("leaseUntil" IS NOT NULL));
ALTER TABLE "Briefing" ADD CONSTRAINT briefing_whole CHECK (
  text IS NULL OR ("localDate" IS NOT NULL AND writer IS NOT NULL AND "writtenAt" IS NOT NULL AND "checkedAt" IS NOT NULL));

-- coach writes briefings for those who were here lately, core-api shows them, ingest never sees them.
GRANT SELECT, INSERT, UPDATE ON "Briefing" TO evensplit_coach;
GRANT SELECT ON "Briefing" TO evensplit_core;
GRANT SELECT ("athleteId", "lastSeenAt") ON "Session" TO evensplit_coach;
