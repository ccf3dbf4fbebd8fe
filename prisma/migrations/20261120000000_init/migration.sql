-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "DistanceUnits" AS ENUM ('km', 'mi');

-- CreateEnum
CREATE TYPE "Sex" AS ENUM ('female', 'male');

-- CreateEnum
CREATE TYPE "ImportFileState" AS ENUM ('queued', 'processing', 'imported', 'duplicate', 'failed');

-- CreateEnum
CREATE TYPE "TurnStatus" AS ENUM ('running', 'done', 'stopped', 'error');

-- CreateTable
CREATE TABLE "Athlete" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "displayName" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL DEFAULT 'UTC',
    "units" "DistanceUnits" NOT NULL DEFAULT 'km',
    "birthYear" INTEGER,
    "sex" "Sex",
    "maxHeartRate" INTEGER,
    "restingHeartRate" INTEGER,
    "roles" TEXT[] DEFAULT ARRAY['athlete']::TEXT[],
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Athlete_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Credential" (
    "athleteId" UUID NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Credential_pkey" PRIMARY KEY ("athleteId")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "athleteId" UUID NOT NULL,
    "counter" INTEGER NOT NULL DEFAULT 0,
    "device" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "endReason" TEXT,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RefreshToken" (
    "hash" BYTEA NOT NULL,
    "sessionId" UUID NOT NULL,
    "counter" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "rotatedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RefreshToken_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "Invite" (
    "id" UUID NOT NULL,
    "codeHash" BYTEA NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "usedById" UUID,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invite_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SystemSetting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "changedBy" UUID,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SystemSetting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,
    "subjectId" UUID,
    "action" TEXT NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',
    "prevHash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportBatch" (
    "id" UUID NOT NULL,
    "athleteId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ImportBatch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportFile" (
    "id" UUID NOT NULL,
    "batchId" UUID NOT NULL,
    "athleteId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "rawSha256" BYTEA,
    "state" "ImportFileState" NOT NULL DEFAULT 'queued',
    "runEpoch" INTEGER NOT NULL DEFAULT 0,
    "code" TEXT,
    "reason" TEXT,
    "warnings" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "activityIds" UUID[] DEFAULT ARRAY[]::UUID[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "queuedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ImportFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RawFile" (
    "athleteId" UUID NOT NULL,
    "sha256" BYTEA NOT NULL,
    "bytes" INTEGER NOT NULL,
    "format" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RawFile_pkey" PRIMARY KEY ("athleteId","sha256")
);

-- CreateTable
CREATE TABLE "Activity" (
    "id" UUID NOT NULL,
    "athleteId" UUID NOT NULL,
    "sport" TEXT NOT NULL,
    "subSport" TEXT,
    "kind" TEXT NOT NULL DEFAULT 'unknown',
    "hard" BOOLEAN,
    "name" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "localDate" DATE NOT NULL,
    "timeZone" TEXT NOT NULL,
    "elapsedS" DOUBLE PRECISION NOT NULL,
    "timerS" DOUBLE PRECISION,
    "movingS" DOUBLE PRECISION,
    "distanceM" DOUBLE PRECISION,
    "ascentM" DOUBLE PRECISION,
    "avgHeartRate" DOUBLE PRECISION,
    "maxHeartRate" DOUBLE PRECISION,
    "avgCadence" DOUBLE PRECISION,
    "load" DOUBLE PRECISION,
    "loadMethod" TEXT,
    "deviceName" TEXT,
    "hasRoute" BOOLEAN NOT NULL DEFAULT false,
    "hasHeartRate" BOOLEAN NOT NULL DEFAULT false,
    "warnings" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "derivedWith" TEXT,
    "derivedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActivitySource" (
    "id" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "athleteId" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "rawSha256" BYTEA NOT NULL,
    "part" INTEGER NOT NULL DEFAULT 0,
    "primary" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ActivitySource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActivityStream" (
    "activityId" UUID NOT NULL,
    "athleteId" UUID NOT NULL,
    "samples" INTEGER NOT NULL,
    "codec" TEXT NOT NULL,
    "data" BYTEA NOT NULL,

    CONSTRAINT "ActivityStream_pkey" PRIMARY KEY ("activityId")
);

-- CreateTable
CREATE TABLE "Lap" (
    "activityId" UUID NOT NULL,
    "index" INTEGER NOT NULL,
    "athleteId" UUID NOT NULL,
    "startS" DOUBLE PRECISION NOT NULL,
    "elapsedS" DOUBLE PRECISION NOT NULL,
    "movingS" DOUBLE PRECISION,
    "distanceM" DOUBLE PRECISION,
    "avgHeartRate" DOUBLE PRECISION,
    "maxHeartRate" DOUBLE PRECISION,
    "intensity" TEXT,

    CONSTRAINT "Lap_pkey" PRIMARY KEY ("activityId","index")
);

-- CreateTable
CREATE TABLE "BestEffort" (
    "activityId" UUID NOT NULL,
    "distanceM" DOUBLE PRECISION NOT NULL,
    "athleteId" UUID NOT NULL,
    "localDate" DATE NOT NULL,
    "seconds" DOUBLE PRECISION NOT NULL,
    "startS" DOUBLE PRECISION NOT NULL,
    "endS" DOUBLE PRECISION NOT NULL,
    "startM" DOUBLE PRECISION NOT NULL,
    "interrupted" BOOLEAN NOT NULL,
    "netDropM" DOUBLE PRECISION,
    "method" TEXT NOT NULL,

    CONSTRAINT "BestEffort_pkey" PRIMARY KEY ("activityId","distanceM")
);

-- CreateTable
CREATE TABLE "ActivityMetric" (
    "activityId" UUID NOT NULL,
    "metric" TEXT NOT NULL,
    "athleteId" UUID NOT NULL,
    "value" DOUBLE PRECISION,
    "low" DOUBLE PRECISION,
    "high" DOUBLE PRECISION,
    "unit" TEXT,
    "quality" TEXT,
    "method" TEXT,
    "n" INTEGER,
    "flags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "reason" TEXT,
    "detail" TEXT,
    "extra" JSONB,

    CONSTRAINT "ActivityMetric_pkey" PRIMARY KEY ("activityId","metric")
);

-- CreateTable
CREATE TABLE "DailyLoad" (
    "athleteId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "load" DOUBLE PRECISION NOT NULL,
    "longTerm" DOUBLE PRECISION NOT NULL,
    "recent" DOUBLE PRECISION NOT NULL,
    "balance" DOUBLE PRECISION NOT NULL,
    "method" TEXT NOT NULL,
    "warmingUp" BOOLEAN NOT NULL,
    "estimated" BOOLEAN NOT NULL DEFAULT false,
    "runs" INTEGER NOT NULL,
    "distanceM" DOUBLE PRECISION NOT NULL,
    "movingS" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "DailyLoad_pkey" PRIMARY KEY ("athleteId","day")
);

-- CreateTable
CREATE TABLE "AthleteModel" (
    "athleteId" UUID NOT NULL,
    "maxHeartRate" DOUBLE PRECISION,
    "maxHeartRateMethod" TEXT,
    "thresholdSpeedMps" DOUBLE PRECISION,
    "thresholdMethod" TEXT,
    "thresholdHeartRate" DOUBLE PRECISION,
    "loadMethod" TEXT,
    "loadDirtyFrom" DATE,
    "formulaVersion" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AthleteModel_pkey" PRIMARY KEY ("athleteId")
);

-- CreateTable
CREATE TABLE "DeadJob" (
    "id" UUID NOT NULL,
    "queue" TEXT NOT NULL,
    "jobId" TEXT NOT NULL,
    "errorClass" TEXT NOT NULL,
    "ref" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DeadJob_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Conversation" (
    "id" UUID NOT NULL,
    "athleteId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Conversation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Turn" (
    "id" UUID NOT NULL,
    "athleteId" UUID NOT NULL,
    "conversationId" UUID NOT NULL,
    "idempotencyKey" TEXT NOT NULL,
    "requestHash" BYTEA NOT NULL,
    "question" TEXT NOT NULL,
    "answer" TEXT,
    "writer" TEXT,
    "factIds" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "facts" JSONB NOT NULL DEFAULT '[]',
    "status" "TurnStatus" NOT NULL DEFAULT 'running',
    "epoch" INTEGER NOT NULL DEFAULT 1,
    "owner" TEXT NOT NULL,
    "leaseUntil" TIMESTAMPTZ(3) NOT NULL,
    "deadlineAt" TIMESTAMPTZ(3) NOT NULL,
    "cancelRequestedAt" TIMESTAMPTZ(3),
    "partial" TEXT NOT NULL DEFAULT '',
    "partialSeq" INTEGER NOT NULL DEFAULT 0,
    "errorCode" TEXT,
    "lastSeq" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),
    "budgetDay" DATE NOT NULL,
    "reservedTokens" INTEGER NOT NULL DEFAULT 0,
    "usedTokens" INTEGER,
    "usageEstimated" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Turn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Usage" (
    "athleteId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "used" INTEGER NOT NULL DEFAULT 0,
    "reserved" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Usage_pkey" PRIMARY KEY ("athleteId","day")
);

-- CreateIndex
CREATE UNIQUE INDEX "Athlete_email_key" ON "Athlete"("email");

-- CreateIndex
CREATE INDEX "Session_athleteId_createdAt_idx" ON "Session"("athleteId", "createdAt");

-- CreateIndex
CREATE INDEX "Session_revokedAt_idx" ON "Session"("revokedAt");

-- CreateIndex
CREATE UNIQUE INDEX "RefreshToken_sessionId_counter_key" ON "RefreshToken"("sessionId", "counter");

-- CreateIndex
CREATE UNIQUE INDEX "Invite_codeHash_key" ON "Invite"("codeHash");

-- CreateIndex
CREATE INDEX "ImportBatch_athleteId_createdAt_idx" ON "ImportBatch"("athleteId", "createdAt");

-- CreateIndex
CREATE INDEX "ImportFile_batchId_state_idx" ON "ImportFile"("batchId", "state");

-- CreateIndex
CREATE INDEX "ImportFile_athleteId_createdAt_idx" ON "ImportFile"("athleteId", "createdAt");

-- CreateIndex
CREATE INDEX "ImportFile_state_queuedAt_idx" ON "ImportFile"("state", "queuedAt");

-- CreateIndex
CREATE INDEX "Activity_athleteId_startedAt_id_idx" ON "Activity"("athleteId", "startedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Activity_athleteId_localDate_idx" ON "Activity"("athleteId", "localDate");

-- CreateIndex
CREATE INDEX "ActivitySource_activityId_idx" ON "ActivitySource"("activityId");

-- CreateIndex
CREATE UNIQUE INDEX "ActivitySource_athleteId_rawSha256_part_key" ON "ActivitySource"("athleteId", "rawSha256", "part");

-- CreateIndex
CREATE INDEX "BestEffort_athleteId_distanceM_seconds_idx" ON "BestEffort"("athleteId", "distanceM", "seconds");

-- CreateIndex
CREATE INDEX "Conversation_athleteId_updatedAt_idx" ON "Conversation"("athleteId", "updatedAt");

-- CreateIndex
CREATE INDEX "Turn_conversationId_createdAt_idx" ON "Turn"("conversationId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Turn_athleteId_idempotencyKey_key" ON "Turn"("athleteId", "idempotencyKey");

-- AddForeignKey
ALTER TABLE "Credential" ADD CONSTRAINT "Credential_athleteId_fkey" FOREIGN KEY ("athleteId") REFERENCES "Athlete"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_athleteId_fkey" FOREIGN KEY ("athleteId") REFERENCES "Athlete"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RefreshToken" ADD CONSTRAINT "RefreshToken_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportBatch" ADD CONSTRAINT "ImportBatch_athleteId_fkey" FOREIGN KEY ("athleteId") REFERENCES "Athlete"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportFile" ADD CONSTRAINT "ImportFile_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "ImportBatch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportFile" ADD CONSTRAINT "ImportFile_athleteId_fkey" FOREIGN KEY ("athleteId") REFERENCES "Athlete"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportFile" ADD CONSTRAINT "ImportFile_athleteId_rawSha256_fkey" FOREIGN KEY ("athleteId", "rawSha256") REFERENCES "RawFile"("athleteId", "sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_athleteId_fkey" FOREIGN KEY ("athleteId") REFERENCES "Athlete"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActivitySource" ADD CONSTRAINT "ActivitySource_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActivitySource" ADD CONSTRAINT "ActivitySource_athleteId_rawSha256_fkey" FOREIGN KEY ("athleteId", "rawSha256") REFERENCES "RawFile"("athleteId", "sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActivityStream" ADD CONSTRAINT "ActivityStream_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Lap" ADD CONSTRAINT "Lap_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BestEffort" ADD CONSTRAINT "BestEffort_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActivityMetric" ADD CONSTRAINT "ActivityMetric_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DailyLoad" ADD CONSTRAINT "DailyLoad_athleteId_fkey" FOREIGN KEY ("athleteId") REFERENCES "Athlete"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AthleteModel" ADD CONSTRAINT "AthleteModel_athleteId_fkey" FOREIGN KEY ("athleteId") REFERENCES "Athlete"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Conversation" ADD CONSTRAINT "Conversation_athleteId_fkey" FOREIGN KEY ("athleteId") REFERENCES "Athlete"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Turn" ADD CONSTRAINT "Turn_athleteId_fkey" FOREIGN KEY ("athleteId") REFERENCES "Athlete"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Turn" ADD CONSTRAINT "Turn_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's language cannot say ------------------------------------------------------------------------

-- One running turn per conversation; the reaper looks leases up without reading finished turns.
CREATE UNIQUE INDEX turn_one_running ON "Turn" ("conversationId") WHERE status = 'running';
CREATE INDEX turn_running_lease ON "Turn" ("leaseUntil") WHERE status = 'running';
ALTER TABLE "Turn" ADD CONSTRAINT turn_finished CHECK ((status = 'running') = ("finishedAt" IS NULL));
ALTER TABLE "Usage" ADD CONSTRAINT usage_not_negative CHECK (used >= 0 AND reserved >= 0);

-- Files still on the way, oldest first: what the reconciler and the progress bar ask for.
CREATE INDEX import_file_open ON "ImportFile" ("queuedAt") WHERE state IN ('queued', 'processing');

-- One primary source per run.
CREATE UNIQUE INDEX activity_source_primary ON "ActivitySource" ("activityId") WHERE "primary";

-- Audit: insert-only, chained by hash, one way in. -----------------------------------------------------------

CREATE FUNCTION audit_row_hash(prev bytea, at timestamptz, actor uuid, subject uuid, action text, details jsonb)
RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(prev || convert_to(concat_ws('|',
    to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS'), actor::text, subject::text, action, details::text), 'UTF8'))
$$;

CREATE FUNCTION audit_append(actor uuid, subject uuid, action text, details jsonb)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  prev bytea;
  now_ms timestamptz := date_trunc('milliseconds', clock_timestamp());
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('audit', 0));
  SELECT e.hash INTO prev FROM "AuditEntry" e ORDER BY e.id DESC LIMIT 1;
  prev := COALESCE(prev, '\x00'::bytea);
  INSERT INTO "AuditEntry" (at, "actorId", "subjectId", action, details, "prevHash", hash)
  VALUES (now_ms, actor, subject, action, details, prev, audit_row_hash(prev, now_ms, actor, subject, action, details));
END
$$;

-- The ids of entries whose hash or link does not hold; none = the chain is whole.
CREATE FUNCTION audit_breaks() RETURNS SETOF bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT e.id FROM (
    SELECT *, COALESCE(lag(hash) OVER (ORDER BY id), '\x00'::bytea) AS expected FROM "AuditEntry"
  ) e
  WHERE e."prevHash" <> e.expected
     OR e.hash <> audit_row_hash(e."prevHash", e.at, e."actorId", e."subjectId", e.action, e.details)
$$;

CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit entries are never changed or removed';
END
$$;
CREATE TRIGGER audit_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEntry"
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();

-- Roles: one per service. Passwords and LOGIN are set by the migrate step, never by a file. -----------------

DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'evensplit_core') THEN CREATE ROLE evensplit_core NOLOGIN; END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'evensplit_coach') THEN CREATE ROLE evensplit_coach NOLOGIN; END IF;
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'evensplit_ingest') THEN CREATE ROLE evensplit_ingest NOLOGIN; END IF;
END
$$;

-- The limits live with the role so that no client can forget them.
ALTER ROLE evensplit_core CONNECTION LIMIT 42;
ALTER ROLE evensplit_core SET statement_timeout = '5s';
ALTER ROLE evensplit_core SET idle_in_transaction_session_timeout = '10s';
ALTER ROLE evensplit_coach CONNECTION LIMIT 22;
ALTER ROLE evensplit_coach SET statement_timeout = '5s';
ALTER ROLE evensplit_coach SET idle_in_transaction_session_timeout = '10s';
ALTER ROLE evensplit_ingest CONNECTION LIMIT 22;
ALTER ROLE evensplit_ingest SET statement_timeout = '30s';
ALTER ROLE evensplit_ingest SET idle_in_transaction_session_timeout = '10s';

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO evensplit_core, evensplit_coach, evensplit_ingest;
REVOKE EXECUTE ON FUNCTION audit_append(uuid, uuid, text, jsonb), audit_breaks() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_append(uuid, uuid, text, jsonb) TO evensplit_core, evensplit_coach, evensplit_ingest;
GRANT EXECUTE ON FUNCTION audit_breaks() TO evensplit_core;

-- core-api: identity is its own, everything an athlete did is read-only, conversations are none of its business.
GRANT SELECT, INSERT, UPDATE, DELETE ON "Athlete", "Credential", "Session", "RefreshToken", "Invite", "SystemSetting" TO evensplit_core;
GRANT SELECT ON "AuditEntry" TO evensplit_core;
GRANT SELECT ON "ImportBatch", "ImportFile", "Activity", "ActivitySource", "ActivityStream", "Lap", "BestEffort",
  "ActivityMetric", "DailyLoad", "AthleteModel" TO evensplit_core;

-- coach: its conversations, and facts to read. No e-mail address, no hash, no token.
GRANT SELECT, INSERT, UPDATE, DELETE ON "Conversation", "Turn", "Usage" TO evensplit_coach;
GRANT SELECT ("id", "displayName", "timeZone", "units", "birthYear", "sex", "maxHeartRate", "restingHeartRate", "demo", "createdAt")
  ON "Athlete" TO evensplit_coach, evensplit_ingest;
GRANT SELECT ("id", "revokedAt") ON "Session" TO evensplit_coach, evensplit_ingest;
GRANT SELECT ON "SystemSetting" TO evensplit_coach, evensplit_ingest;
GRANT SELECT ON "ImportBatch", "ImportFile", "Activity", "ActivitySource", "ActivityStream", "Lap", "BestEffort",
  "ActivityMetric", "DailyLoad", "AthleteModel" TO evensplit_coach;

-- ingest: everything that comes from files. It cannot read conversations.
GRANT SELECT, INSERT, UPDATE, DELETE ON "ImportBatch", "ImportFile", "RawFile", "Activity", "ActivitySource", "ActivityStream",
  "Lap", "BestEffort", "ActivityMetric", "DailyLoad", "AthleteModel", "DeadJob" TO evensplit_ingest;
