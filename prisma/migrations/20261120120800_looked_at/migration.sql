-- AlterTable
ALTER TABLE "Turn" ADD COLUMN     "lookedAt" JSONB NOT NULL DEFAULT '[]';
