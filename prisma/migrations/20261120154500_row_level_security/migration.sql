-- A second wall on tables of low volume that hold what an athlete said: rows are there for the one athlete whom the
-- transaction names (`app.athlete`, set by with-athlete.ts), and without a name there are none. FORCE binds an owner who is
-- no superuser too; foreign keys and their cascades are exempt by Postgres itself.
-- Not on "Turn": heartbeats and the reaper work across athletes, and a list of it would cost most.

-- Null when nobody is named: a custom setting that was local to an earlier transaction reads as ''.
CREATE FUNCTION app_athlete() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT NULLIF(current_setting('app.athlete', true), '')::uuid
$$;
REVOKE EXECUTE ON FUNCTION app_athlete() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_athlete() TO evensplit_core, evensplit_coach;

ALTER TABLE "Conversation" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON "Conversation" TO evensplit_coach
  USING ("athleteId" = app_athlete()) WITH CHECK ("athleteId" = app_athlete());

ALTER TABLE "Memory" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON "Memory" TO evensplit_coach
  USING ("athleteId" = app_athlete()) WITH CHECK ("athleteId" = app_athlete());
CREATE POLICY own_rows_to_read ON "Memory" FOR SELECT TO evensplit_core USING ("athleteId" = app_athlete());

-- What somebody did, or what was done to them. audit_append() and audit_breaks() run as the owner and see the whole chain.
ALTER TABLE "AuditEntry" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows_to_read ON "AuditEntry" FOR SELECT TO evensplit_core
  USING ("subjectId" = app_athlete() OR "actorId" = app_athlete());
CREATE POLICY whole_chain ON "AuditEntry" TO CURRENT_USER USING (true) WITH CHECK (true);

-- Three narrow looks, for statements that go over many athletes or turns, and for the fact registry, which reads with one
-- statement whether a transaction is open or not. Each names the athlete for itself alone and puts back who was named before.

-- Whether an athlete's notes have changed: for the beat that finds out whose briefing is out of date. No word of a note.
CREATE FUNCTION memory_state(athlete uuid) RETURNS text LANGUAGE plpgsql SET search_path = public AS $$
DECLARE
  named text := COALESCE(current_setting('app.athlete', true), '');
  state text;
BEGIN
  PERFORM set_config('app.athlete', athlete::text, true);
  SELECT concat(count(*), ':', extract(epoch FROM max(m."updatedAt"))) INTO state FROM "Memory" m WHERE m."athleteId" = athlete;
  PERFORM set_config('app.athlete', named, true);
  RETURN state;
END
$$;

-- Under which id something said in a turn was kept: it is shown with every turn.
CREATE FUNCTION memory_kept_from(athlete uuid, turn uuid) RETURNS uuid LANGUAGE plpgsql SET search_path = public AS $$
DECLARE
  named text := COALESCE(current_setting('app.athlete', true), '');
  kept uuid;
BEGIN
  PERFORM set_config('app.athlete', athlete::text, true);
  SELECT m.id INTO kept FROM "Memory" m WHERE m."sourceTurnId" = turn;
  PERFORM set_config('app.athlete', named, true);
  RETURN kept;
END
$$;

-- What an athlete noted, the newest first: the part of it that is a fact.
CREATE FUNCTION memory_notes(athlete uuid, most int)
RETURNS TABLE (id uuid, kind text, text text, topic text, status text, since date, until date)
LANGUAGE plpgsql SET search_path = public AS $$
DECLARE
  named text := COALESCE(current_setting('app.athlete', true), '');
BEGIN
  PERFORM set_config('app.athlete', athlete::text, true);
  RETURN QUERY SELECT m.id, m.kind::text, m.text, m.topic, m.status::text, m.since, m.until FROM "Memory" m
    WHERE m."athleteId" = athlete ORDER BY m."createdAt" DESC, m.id DESC LIMIT most;
  PERFORM set_config('app.athlete', named, true);
END
$$;
REVOKE EXECUTE ON FUNCTION memory_state(uuid), memory_kept_from(uuid, uuid), memory_notes(uuid, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION memory_state(uuid), memory_kept_from(uuid, uuid) TO evensplit_coach;
GRANT EXECUTE ON FUNCTION memory_notes(uuid, int) TO evensplit_coach, evensplit_core;
