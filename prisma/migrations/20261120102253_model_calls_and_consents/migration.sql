-- AlterTable
ALTER TABLE "Turn" ADD COLUMN     "strikes" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "Consent" (
    "id" UUID NOT NULL,
    "athleteId" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ModelCall" (
    "id" UUID NOT NULL,
    "turnId" UUID,
    "athleteId" UUID NOT NULL,
    "step" INTEGER NOT NULL,
    "attempt" INTEGER NOT NULL,
    "provider" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "headersMs" INTEGER,
    "firstContentMs" INTEGER,
    "totalMs" INTEGER,
    "finishReason" TEXT,
    "errorCode" TEXT,
    "promptTokens" INTEGER,
    "completionTokens" INTEGER,

    CONSTRAINT "ModelCall_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Consent_athleteId_grantedAt_idx" ON "Consent"("athleteId", "grantedAt");

-- CreateIndex
CREATE INDEX "ModelCall_athleteId_startedAt_idx" ON "ModelCall"("athleteId", "startedAt");

-- CreateIndex
CREATE INDEX "ModelCall_turnId_idx" ON "ModelCall"("turnId");

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_athleteId_fkey" FOREIGN KEY ("athleteId") REFERENCES "Athlete"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModelCall" ADD CONSTRAINT "ModelCall_athleteId_fkey" FOREIGN KEY ("athleteId") REFERENCES "Athlete"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModelCall" ADD CONSTRAINT "ModelCall_turnId_fkey" FOREIGN KEY ("turnId") REFERENCES "Turn"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What Prisma cannot express -------------------------------------------------------------------------------

-- A purpose is agreed to or not: at most one grant of an athlete stands at a time, the others are history.
CREATE UNIQUE INDEX consent_standing ON "Consent" ("athleteId", purpose) WHERE "withdrawnAt" IS NULL;
ALTER TABLE "Consent" ADD CONSTRAINT consent_in_order CHECK ("withdrawnAt" IS NULL OR "withdrawnAt" >= "grantedAt");

-- Consents are never deleted by a service; only with their athlete.
GRANT SELECT, INSERT, UPDATE ON "Consent" TO evensplit_core;
GRANT SELECT ON "Consent" TO evensplit_coach;
-- A ledger: written once, with the end of the turn.
GRANT SELECT, INSERT ON "ModelCall" TO evensplit_coach;
