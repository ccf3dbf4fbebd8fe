-- CreateEnum
CREATE TYPE "BriefingDraftStatus" AS ENUM ('queued', 'writing', 'done');

-- AlterTable
ALTER TABLE "ModelCall" ADD COLUMN     "promptVersion" TEXT;

-- CreateTable
CREATE TABLE "BriefingDraft" (
    "athleteId" UUID NOT NULL,
    "status" "BriefingDraftStatus" NOT NULL DEFAULT 'queued',
    "queuedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "runEpoch" INTEGER NOT NULL DEFAULT 0,
    "leaseUntil" TIMESTAMPTZ(3),
    "requestHash" TEXT,
    "budgetDay" DATE,
    "reservedTokens" INTEGER NOT NULL DEFAULT 0,
    "usedTokens" INTEGER,
    "usageEstimated" BOOLEAN NOT NULL DEFAULT false,
    "outcome" TEXT,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "BriefingDraft_pkey" PRIMARY KEY ("athleteId")
);

-- AddForeignKey
ALTER TABLE "BriefingDraft" ADD CONSTRAINT "BriefingDraft_athleteId_fkey" FOREIGN KEY ("athleteId") REFERENCES "Athlete"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot express -------------------------------------------------------------------------------

-- Orders that are open, for the look at those whose job is gone, and reservations that nobody will settle.
CREATE INDEX briefing_draft_open ON "BriefingDraft" ("queuedAt") WHERE status <> 'done';
ALTER TABLE "BriefingDraft" ADD CONSTRAINT briefing_draft_leased CHECK ((status = 'writing') = ("leaseUntil" IS NOT NULL));
ALTER TABLE "BriefingDraft" ADD CONSTRAINT briefing_draft_reserved CHECK (
  status <> 'writing' OR ("budgetDay" IS NOT NULL AND "usedTokens" IS NULL));

GRANT SELECT, INSERT, UPDATE ON "BriefingDraft" TO evensplit_coach;
