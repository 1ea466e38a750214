package dev.peregrine.host.pipeline;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Writes events, and with each the stage that follows from it. */
interface JobEventMapper {

  /** A job that a decision changes, as it was before. */
  record ChangedData(long id, String title, @Nullable String company, String stage) {}

  record EventData(
      long id,
      long at,
      @Nullable Long happened,
      String kind,
      @Nullable String fromStage,
      @Nullable String toStage,
      @Nullable String fromRule,
      @Nullable String fromDetail,
      @Nullable String reason,
      @Nullable String ending,
      boolean undone) {}

  /** An event that can be undone. */
  record UndoableData(
      long id,
      long job,
      String title,
      @Nullable String company,
      String kind,
      String fromStage,
      String toStage,
      @Nullable String ending) {}

  @Select("SELECT COALESCE(MAX(seq), 0) + 1 FROM sqlite_sequence WHERE name = 'job_events'")
  long nextBatch();

  @Insert(
      """
      INSERT INTO job_events (job, at, kind, to_stage, reason)
      SELECT id, #{at}, CASE hidden WHEN 1 THEN 'hidden' ELSE 'entered' END, stage,
        CASE hidden WHEN 1 THEN hidden_rule || ': ' || hidden_detail END
      FROM jobs WHERE id BETWEEN #{first} AND #{last}
      """)
  void entered(@Param("first") long first, @Param("last") long last, @Param("at") long at);

  /** Of jobs that were just added. */
  @Insert(
      """
      INSERT INTO job_events (job, at, kind, to_stage, reason)
      SELECT id, found, CASE hidden WHEN 1 THEN 'hidden' ELSE 'entered' END, stage,
        CASE hidden WHEN 1 THEN hidden_rule || ': ' || hidden_detail END
      FROM jobs WHERE id BETWEEN #{first} AND #{last}
      """)
  void enteredWhenFound(@Param("first") long first, @Param("last") long last);

  /** A move that was made elsewhere; it belongs to no decision of this program. */
  @Insert(
      """
      INSERT INTO job_events (job, at, kind, from_stage, to_stage, from_rejection, from_rule,
        from_detail, from_ending, reason, ending)
      SELECT id, #{at}, 'moved', stage, #{to}, rejection_stage, hidden_rule, hidden_detail, ending,
        #{reason}, #{ending}
      FROM jobs WHERE id = #{job}
      """)
  void told(
      @Param("job") long job,
      @Param("at") long at,
      @Param("to") String to,
      @Param("reason") @Nullable String reason,
      @Param("ending") @Nullable String ending);

  /** What the person noted of a job that was just added. */
  @Update(
      """
      UPDATE job_events SET reason = #{note} WHERE job = #{job} AND kind = 'entered'
        AND reason IS NULL
      """)
  void noteEntered(@Param("job") long job, @Param("note") String note);

  /** A board shows again, without a rule against it, what a rule hid. */
  @Insert(
      """
      INSERT INTO job_events (job, at, kind, from_stage, to_stage, from_rule, from_detail)
      SELECT id, #{at}, 'shown', stage, stage, hidden_rule, hidden_detail
      FROM jobs WHERE id = #{id} AND hidden = 1
      """)
  void shownByBoard(@Param("id") long id, @Param("at") long at);

  @Update(
      """
      UPDATE jobs SET hidden = 0, hidden_rule = NULL, hidden_detail = NULL
      WHERE hidden = 1 AND id IN (SELECT value FROM json_each(#{ids}))
      """)
  void show(@Param("ids") String ids);

  @Select(
      """
      SELECT id, title, company, stage FROM jobs
      WHERE id IN (SELECT value FROM json_each(#{ids})) AND (stage <> #{to} OR hidden = 1
        OR COALESCE(ending, 'rejected') <> #{ending} OR rejection_stage <> #{endedAt})
      ORDER BY id
      """)
  List<ChangedData> changedBy(
      @Param("ids") String ids,
      @Param("to") String to,
      @Param("ending") @Nullable String ending,
      @Param("endedAt") @Nullable String endedAt);

  @Select(
      """
      SELECT id, title, company, stage FROM jobs
      WHERE id IN (SELECT value FROM json_each(#{ids})) AND hidden = 1
      ORDER BY id
      """)
  List<ChangedData> hiddenOf(@Param("ids") String ids);

  /** Of jobs that the decision changes; to is null where only hiding ends. */
  @Insert(
      """
      INSERT INTO job_events (job, at, kind, from_stage, to_stage, from_rejection, from_rule,
        from_detail, from_ending, reason, ending, happened, batch)
      SELECT id, #{at}, #{kind}, stage, COALESCE(#{to}, stage), rejection_stage, hidden_rule,
        hidden_detail, ending, #{reason}, #{ending}, #{happened}, #{batch}
      FROM jobs WHERE id IN (SELECT value FROM json_each(#{ids})) ORDER BY id
      """)
  void decided(
      @Param("ids") String ids,
      @Param("at") long at,
      @Param("kind") String kind,
      @Param("to") @Nullable String to,
      @Param("reason") @Nullable String reason,
      @Param("ending") @Nullable String ending,
      @Param("happened") @Nullable Long happened,
      @Param("batch") long batch);

  @Update(
      """
      UPDATE jobs SET stage = #{to},
        rejection_stage = CASE
          WHEN #{to} <> 'rejected' THEN NULL
          WHEN stage = 'rejected' THEN rejection_stage
          WHEN stage IN ('pending', 'approved') THEN 'review'
          ELSE stage
        END,
        ending = CASE WHEN #{to} = 'rejected' AND stage = 'rejected' THEN ending END,
        hidden = 0, hidden_rule = NULL, hidden_detail = NULL
      WHERE id IN (SELECT value FROM json_each(#{ids}))
      """)
  void move(@Param("ids") String ids, @Param("to") String to);

  /** Says of rejected jobs how, and after which stage, it ended; what is null stays. */
  @Update(
      """
      UPDATE jobs SET ending = NULLIF(COALESCE(#{ending}, ending), 'rejected'),
        rejection_stage = COALESCE(#{endedAt}, rejection_stage)
      WHERE stage = 'rejected' AND id IN (SELECT value FROM json_each(#{ids}))
      """)
  void end(
      @Param("ids") String ids,
      @Param("ending") @Nullable String ending,
      @Param("endedAt") @Nullable String endedAt);

  /** Those of some jobs that stand where somebody saw them: pairs of a job and a stage. */
  @Select(
      """
      SELECT j.id FROM json_each(#{seen}) AS seen JOIN jobs AS own ON own.id = seen.value ->> 0
        JOIN jobs AS j ON j.id = COALESCE(own.joined, own.id)
      WHERE j.stage = seen.value ->> 1
      """)
  List<Long> stillThere(@Param("seen") String seen);

  @Select(
      """
      SELECT COALESCE(MAX(batch), 0) FROM job_events
      WHERE batch IS NOT NULL AND undone_by IS NULL AND batch < #{before}
      """)
  long lastToUndo(@Param("before") long before);

  /** Which decisions were not taken back. */
  @Select(
      """
      SELECT DISTINCT batch FROM job_events
      WHERE undone_by IS NULL AND batch IN (SELECT value FROM json_each(#{batches}))
      """)
  List<Long> standing(@Param("batches") String batches);

  /** What of a decision still stands: a job that went on since is left where it is. */
  @Select(
      """
      SELECT e.id, e.job, j.title, j.company, e.kind, e.from_stage, e.to_stage, e.ending
      FROM job_events AS e JOIN jobs AS j ON j.id = e.job
      WHERE e.batch = #{batch} AND e.undone_by IS NULL AND j.joined IS NULL AND NOT EXISTS (
        SELECT 1 FROM job_events AS later
        WHERE later.job = e.job AND later.id > e.id AND later.undone_by IS NULL
          AND later.kind IN ('moved', 'shown')
      )
      ORDER BY e.id
      """)
  List<UndoableData> toUndo(@Param("batch") long batch);

  @Update(
      """
      UPDATE jobs SET stage = e.from_stage, rejection_stage = e.from_rejection,
        ending = e.from_ending,
        hidden = e.from_rule IS NOT NULL, hidden_rule = e.from_rule, hidden_detail = e.from_detail
      FROM (SELECT * FROM job_events WHERE id IN (SELECT value FROM json_each(#{events}))) AS e
      WHERE jobs.id = e.job
      """)
  void takeBack(@Param("events") String events);

  @Insert(
      """
      INSERT INTO job_events (job, at, kind, from_stage, to_stage)
      SELECT job, #{at}, 'undone', to_stage, from_stage FROM job_events
      WHERE id IN (SELECT value FROM json_each(#{events})) ORDER BY id
      """)
  void undone(@Param("events") String events, @Param("at") long at);

  @Update(
      """
      UPDATE job_events SET undone_by = (
        SELECT MAX(u.id) FROM job_events AS u WHERE u.job = job_events.job AND u.kind = 'undone'
      )
      WHERE id IN (SELECT value FROM json_each(#{events}))
      """)
  void markUndone(@Param("events") String events);

  @Select(
      """
      SELECT id, at, happened, kind, from_stage, to_stage, from_rule, from_detail, reason, ending,
        undone_by IS NOT NULL AS undone
      FROM job_events WHERE job = #{job} ORDER BY id
      """)
  List<EventData> of(@Param("job") long job);

  /** Of those that were joined, the job in which they are told. */
  @Select(
      """
      SELECT COALESCE(j.joined, j.id) AS told FROM job_events AS e JOIN jobs AS j ON j.id = e.job
      WHERE e.kind = 'moved' AND e.undone_by IS NULL AND COALESCE(e.happened, e.at) >= #{from}
        AND COALESCE(e.happened, e.at) < #{until}
        AND e.to_stage IN (SELECT value FROM json_each(#{stages}))
      GROUP BY told ORDER BY MIN(COALESCE(e.happened, e.at)), told
      """)
  List<Long> movedBetween(
      @Param("from") long from, @Param("until") long until, @Param("stages") String stages);
}
