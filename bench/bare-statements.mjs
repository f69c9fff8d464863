/**
 * The statements of the platform, sent by postgres.js without anything around them: what the same work costs without a
 * framework, a router, checks or types. `npm run bench` counts the platform's own, so a drift shows in its table.
 *
 * @typedef {import("postgres").Sql} Sql
 */

/** @param {Sql} sql @param {Buffer} tokenHash */
export async function findSession(sql, tokenHash) {
  const [session] = await sql`
    select s.id, s.means, s.created_at, s.last_seen_at, s.expires_at, p.id as person_id, p.first_name, p.locale,
      p.text_size,
      coalesce((select json_agg(json_build_object('role', r.role, 'organisationId', r.organisation_id))
        from role_assignments r where r.person_id = s.person_id), '[]'::json) as roles,
      coalesce((select json_agg(json_build_object('cohortId', m.cohort_id, 'organisationId', m.organisation_id,
          'course', c.course, 'role', m.role) order by m.joined_at desc)
        from cohort_memberships m join cohorts c on c.id = m.cohort_id
        where m.person_id = s.person_id and m.left_at is null), '[]'::json) as memberships
    from sessions s join persons p on p.id = s.person_id
    where s.token_hash = ${tokenHash} and s.expires_at > ${new Date()} and p.erased_at is null`;
  return session;
}

/**
 * Everything that keeping one answer writes. It grades nothing: the mark comes with the request.
 *
 * @param {Sql} sql
 * @param {{ personId: string, id: string, attemptId: string, questionId: string, answer: unknown, correct: boolean,
 *   credit: number, occurredAt: string, steps: string[], competences: string[] }} input
 */
export async function keepAnswer(sql, input) {
  const { personId, id, attemptId, questionId, answer, correct, credit, steps } = input;
  const at = new Date(input.occurredAt);
  return sql.begin(async (tx) => {
    const [attempt] = await tx`select * from attempts where id = ${attemptId} for update`;
    if (attempt?.person_id !== personId) throw new Error("not her attempt");
    const before = await tx`select * from answers where attempt_id = ${attemptId} order by answered_at`;
    const { organisation_id: organisation, course, activity_id: activity, content_hash: hash } = attempt;
    const isLast = before.length + 1 === steps.length;
    const score = isLast
      ? Math.floor((100 * before.reduce((sum, row) => sum + row.credit, credit)) / steps.length + 1e-9)
      : null;
    const done = [...before.map((row) => row.question_id), questionId];
    const next = steps.find((step) => !done.includes(step)) ?? questionId;
    const number = steps.indexOf(next) + 1;
    const passed = score !== null && score >= 80;
    const effect = {
      stepId: next,
      stepNumber: number,
      stepCount: steps.length,
      done: [questionId],
      wrong: correct ? 0 : 1,
      restarted: false,
      achieved: passed,
      score,
    };
    await tx`with turn as materialized
        (select pg_advisory_xact_lock(hashtextextended(${`learner/${personId}/${course}`}, 0))),
      her as materialized (select persons.id from turn, persons
        where persons.id = ${personId}::uuid and persons.erased_at is null for key share of persons)
      insert into learner_events (id, organisation_id, person_id, kind, course, activity_id, content_hash,
        attempt_id, seq, payload, occurred_at, recorded_at)
      select ${id}::uuid, ${organisation}::uuid, ${personId}::uuid, 'answer-given'::learner_event_kind, ${course},
        ${activity}, ${hash}, ${attemptId}::uuid, ${before.length + 1}::int,
        ${tx.json({ action: { questionId, answer }, effect })}::jsonb, ${at}::timestamptz, ${at}::timestamptz
      from her on conflict do nothing returning id`;
    const [place] = await tx`select * from activity_progress
      where person_id = ${personId} and course = ${course} and activity_id = ${activity}`;
    await tx`with ledger as (
        insert into time_ledger (person_id, organisation_id, course, day, active_seconds, last_event_at)
        values (${personId}, ${organisation}, ${course}, (${at}::timestamptz at time zone 'Europe/Brussels')::date, 0, ${at})
        on conflict (person_id, course, day) do update set
          active_seconds = time_ledger.active_seconds + case
            when floor(extract(epoch from excluded.last_event_at - time_ledger.last_event_at))::int between 1 and 180
            then floor(extract(epoch from excluded.last_event_at - time_ledger.last_event_at))::int else 0 end,
          last_event_at = greatest(time_ledger.last_event_at, excluded.last_event_at)
        returning day)
      insert into activity_progress (person_id, organisation_id, course, lesson, activity_id, step_id,
        step_number, step_count, done_steps, tries_on_step, step_since, started_at, last_event_at, completed_at,
        best_score, last_score)
      values (${personId}, ${organisation}, ${course}, ${place.lesson}, ${activity}, ${next}, ${number},
        ${steps.length}, ${done}, ${correct ? 0 : 1}, ${at}, ${place.started_at}, ${at},
        ${place.completed_at ?? (passed ? at : null)},
        ${score === null ? place.best_score : Math.max(score, place.best_score ?? 0)}, ${score ?? place.last_score})
      on conflict (person_id, course, activity_id) do update set step_id = excluded.step_id,
        step_number = excluded.step_number, step_count = excluded.step_count, done_steps = excluded.done_steps,
        tries_on_step = excluded.tries_on_step, step_since = excluded.step_since,
        last_event_at = excluded.last_event_at, completed_at = excluded.completed_at,
        best_score = excluded.best_score, last_score = excluded.last_score`;
    await tx`insert into answers (event_id, organisation_id, attempt_id, question_id, answer, correct, credit, answered_at)
      values (${id}, ${organisation}, ${attemptId}, ${questionId}, ${tx.json(answer)}, ${correct}, ${credit}, ${at})
      on conflict (attempt_id, question_id) do nothing returning event_id`;
    if (score === null) return { outcome: "recorded", correct, result: null };
    await tx`update attempts set status = 'completed', completed_at = ${at}, score = ${score} where id = ${attemptId}`;
    if (passed) {
      const lines = input.competences.map((competence) => ({
        id: crypto.randomUUID(),
        organisation_id: organisation,
        person_id: personId,
        competence,
        source: "quiz",
        source_id: attemptId,
        course,
        activity_id: activity,
        assistance: "alone",
        score,
        content_hash: hash,
        occurred_at: at,
        recorded_at: at,
      }));
      await tx`insert into evidence ${tx(lines)} on conflict do nothing returning id`;
    }
    const earlier = await tx`select * from attempts
      where person_id = ${personId} and course = ${course} and status = 'completed' order by completed_at desc`;
    const best = Math.max(score, ...earlier.map((row) => row.score));
    return { outcome: "recorded", correct, result: { score, passed, best } };
  });
}

/** What a course page asks about its learner. @param {Sql} sql @param {{ person_id: string, memberships: { cohortId: string }[] }} session */
export async function courseState(sql, session) {
  const cohort = session.memberships[0]?.cohortId ?? null;
  const [[person], progress, [help], [schedule]] = await Promise.all([
    sql`select id, first_name, family_name, email, locale, text_size, is_demo from persons
      where id = ${session.person_id} and erased_at is null`,
    sql`select * from activity_progress where person_id = ${session.person_id} and course = 'itsme-eid' order by activity_id`,
    sql`select p.first_name, p.phone, o.phone as organisation_phone
      from cohort_memberships m join persons p on p.id = m.person_id join cohorts c on c.id = m.cohort_id
        join organisations o on o.id = c.organisation_id
      where m.cohort_id = ${cohort} and m.role = 'trainer' and m.left_at is null order by m.joined_at limit 1`,
    sql`select * from surprise_schedules where person_id = ${session.person_id} and course = 'itsme-eid'`,
  ]);
  return { person, progress, help, schedule };
}

/** What the page of a group reads. @param {Sql} sql @param {string} personId @param {string} cohortId */
export async function groupPage(sql, personId, cohortId) {
  const [me] = await sql`select id, first_name, family_name, email, locale, text_size, is_demo from persons
    where id = ${personId} and erased_at is null`;
  const roster = await sql`
    select c.id as cohort_id, c.name, c.course, c.locale, c.starts_on, c.ends_on, c.organisation_id,
      o.name as organisation_name, j.title, p.id, p.first_name, p.family_name, p.phone, m.joined_at
    from cohorts c join organisations o on o.id = c.organisation_id join projects j on j.id = c.project_id
      left join cohort_memberships m on m.cohort_id = c.id and m.role = 'learner' and m.left_at is null
      left join persons p on p.id = m.person_id
    where c.id = ${cohortId} order by p.family_name, p.first_name, p.id`;
  const ids = roster.map((row) => row.id);
  const [places, seconds, proofs] = await Promise.all([
    sql`select * from activity_progress where person_id in ${sql(ids)} and course = 'itsme-eid' order by activity_id`,
    sql`select person_id, sum(active_seconds)::int as seconds from time_ledger
      where person_id in ${sql(ids)} and course = 'itsme-eid' group by person_id`,
    sql`select * from evidence where person_id in ${sql(ids)} order by occurred_at, id`,
  ]);
  return { me, roster, places, seconds, proofs };
}
