package dev.peregrine.host.pipeline;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/**
 * Counts jobs by how far they went. What was joined to another job is left out: it counts there.
 */
interface JourneyMapper {

  record FoundData(
      String board, boolean hidden, String stage, @Nullable String rejectionStage, long jobs) {}

  /**
   * Jobs that went the same way.
   *
   * @param mask the stages that were entered, one bit each from survey on
   */
  record PathData(
      String board,
      int mask,
      String stage,
      @Nullable String rejectionStage,
      @Nullable String ending,
      long jobs) {}

  record OnPathData(
      long job,
      String board,
      int mask,
      String stage,
      @Nullable String rejectionStage,
      @Nullable String ending) {}

  record SentData(String division, String key, String outcome, long jobs) {}

  record SpentData(String span, long days, long jobs) {}

  record RowData(
      long job,
      String title,
      @Nullable String company,
      String stage,
      @Nullable String rejectionStage,
      @Nullable String ending,
      long at) {}

  @Select(
      """
      SELECT board, hidden, stage, rejection_stage, COUNT(*) AS jobs
      FROM jobs INDEXED BY jobs_counted
      WHERE joined IS NULL AND found >= #{since}
      GROUP BY board, hidden, stage, rejection_stage
      """)
  List<FoundData> found(@Param("since") long since);

  String MASK =
      """
      (s.survey IS NOT NULL) + 2 * (s.phone_screen IS NOT NULL) + 4 * (s.interviewing IS NOT NULL)
        + 8 * (s.offer IS NOT NULL) + 16 * (s.hired IS NOT NULL) AS mask
      """;

  /** Who went back before applying is no application any more. */
  String ON_PATH =
      """
      FROM job_journeys AS s JOIN jobs AS j ON j.id = s.job
      WHERE j.joined IS NULL AND j.found >= #{since} AND j.stage NOT IN ('pending', 'approved')
        AND (j.stage <> 'rejected' OR j.rejection_stage NOT IN ('review', 'archived'))
        AND (j.stage <> 'archived' OR s.applied IS NOT NULL)
      """;

  @Select(
      "SELECT j.board, j.stage, j.rejection_stage, j.ending, COUNT(*) AS jobs, "
          + MASK
          + ON_PATH
          + "GROUP BY j.board, mask, j.stage, j.rejection_stage, j.ending")
  List<PathData> paths(@Param("since") long since);

  @Select(
      "SELECT j.id AS job, j.board, j.stage, j.rejection_stage, j.ending, "
          + MASK
          + ON_PATH
          + "ORDER BY j.id DESC")
  List<OnPathData> onPaths(@Param("since") long since);

  /**
   * Applications with all that they are divided by. Days are those of the person: the distances
   * from UTC are asked from the newest on.
   */
  String SENT =
      """
      chosen AS MATERIALIZED (SELECT CAST(key AS INTEGER) AS job, value AS resume FROM json_each(#{q.chosen})),
      spans AS MATERIALIZED (
        SELECT s.job, s.applied, j.board, j.stage, j.agency, j.rejection_stage, j.ending, j.title,
          j.company,
          COALESCE(c.resume, s.resume, 0) AS resume,
          CAST(COALESCE(s.score, j.match_score, -10) / 10 AS INTEGER) AS score,
          (s.applied + CASE
            <foreach item="zone" collection="q.zones">WHEN s.applied >= #{zone.from} THEN #{zone.offset} </foreach>
            ELSE 0 END) / 86400000 AS day,
          MIN(COALESCE(s.survey, #{q.never}), COALESCE(s.phone_screen, #{q.never}),
            COALESCE(s.interviewing, #{q.never}), COALESCE(s.offer, #{q.never}),
            COALESCE(s.hired, #{q.never})) AS invited,
          s.survey, s.phone_screen, s.interviewing, s.offer, s.hired,
          CASE WHEN j.stage = 'rejected' THEN s.ended END AS ended
        FROM job_journeys AS s JOIN jobs AS j ON j.id = s.job
          LEFT JOIN chosen AS c ON c.job = s.job
        WHERE s.applied >= #{q.since} AND j.joined IS NULL AND j.stage NOT IN ('pending', 'approved')
      ),
      sent AS MATERIALIZED (
        SELECT job, applied, board, stage, rejection_stage, ending, title, company, resume, score,
          day, agency,
          CASE
            WHEN invited &lt; #{q.never} THEN 'invited'
            WHEN stage = 'rejected' AND rejection_stage IN ('survey', 'phone_screen',
              'interviewing', 'offer', 'hired') THEN 'invited'
            WHEN stage = 'rejected' AND ending IS NULL THEN 'declined'
            WHEN stage = 'rejected' AND ending = 'withdrawn' THEN 'withdrawn'
            WHEN stage = 'applied' AND applied > #{q.early} THEN 'early'
            ELSE 'silent'
          END AS outcome,
          CASE WHEN stage = 'applied' AND invited = #{q.never}
            THEN (#{q.now} - applied) / 86400000 ELSE -1 END AS waiting
        FROM spans
      )
      """;

  @Select(
      "<script>WITH "
          + SENT
          + """
          <foreach item="division" collection="divisions" separator=" UNION ALL ">
            SELECT '${division}' AS division, ${division.column()} AS key, outcome, COUNT(*) AS jobs
            FROM sent GROUP BY 2, 3
          </foreach>
          </script>
          """)
  List<SentData> sent(@Param("q") SentQuery query, @Param("divisions") List<Division> divisions);

  /** Whole days from entering a stage to what came next, and to the first answer. */
  @Select(
      "<script>WITH "
          + SENT
          + """
          , lasted AS (
            SELECT 'answer' AS span, applied AS entered, MIN(invited,
              CASE WHEN ending IS NULL THEN COALESCE(ended, #{q.never}) ELSE #{q.never} END) AS gone
            FROM spans
            UNION ALL SELECT 'applied', applied, MIN(invited, COALESCE(ended, #{q.never})) FROM spans
            UNION ALL SELECT 'survey', survey, MIN(COALESCE(phone_screen, #{q.never}),
              COALESCE(interviewing, #{q.never}), COALESCE(offer, #{q.never}),
              COALESCE(hired, #{q.never}), COALESCE(ended, #{q.never})) FROM spans
            UNION ALL SELECT 'phone_screen', phone_screen, MIN(COALESCE(interviewing, #{q.never}),
              COALESCE(offer, #{q.never}), COALESCE(hired, #{q.never}), COALESCE(ended, #{q.never}))
              FROM spans
            UNION ALL SELECT 'interviewing', interviewing, MIN(COALESCE(offer, #{q.never}),
              COALESCE(hired, #{q.never}), COALESCE(ended, #{q.never})) FROM spans
            UNION ALL SELECT 'offer', offer, MIN(COALESCE(hired, #{q.never}),
              COALESCE(ended, #{q.never})) FROM spans
          )
          SELECT span, (gone - entered) / 86400000 AS days, COUNT(*) AS jobs FROM lasted
          WHERE entered IS NOT NULL AND gone &lt; #{q.never} AND gone >= entered
          GROUP BY 1, 2 ORDER BY 1, 2
          </script>
          """)
  List<SpentData> spent(@Param("q") SentQuery query);

  /** The applications of a part of a division, the newest first. */
  @Select(
      "<script>WITH "
          + SENT
          + """
          SELECT job, title, company, stage, rejection_stage, ending, applied AS at FROM sent
          WHERE outcome IN <foreach item="o" collection="outcomes" open="(" separator="," close=")">#{o}</foreach>
            <if test="texts.isEmpty()">AND ${division.column()} BETWEEN #{from} AND #{to}</if>
            <if test="!texts.isEmpty()">
              AND ${division.column()} IN <foreach item="text" collection="texts" open="(" separator="," close=")">#{text}</foreach>
            </if>
            <if test="afterAt != null">AND (applied, job) &lt; (#{afterAt}, #{afterJob})</if>
          ORDER BY applied DESC, job DESC LIMIT #{limit}
          </script>
          """)
  List<RowData> listSent(
      @Param("q") SentQuery query,
      @Param("division") Division division,
      @Param("texts") List<String> texts,
      @Param("from") long from,
      @Param("to") long to,
      @Param("outcomes") List<String> outcomes,
      @Param("afterAt") @Nullable Long afterAt,
      @Param("afterJob") @Nullable Long afterJob,
      @Param("limit") int limit);

  /** Found jobs that stand so, the newest first. */
  @Select(
      """
      <script>
      SELECT j.id AS job, j.title, j.company, j.stage, j.rejection_stage, j.ending, j.found AS at
      FROM jobs AS j
      WHERE j.joined IS NULL AND j.found >= #{since}
        <if test="board != null">AND j.board = #{board}</if>
        <foreach item="standing" collection="standings" open="AND (" separator=" OR " close=")"><choose>
          <when test="standing == 'hidden'">j.hidden = 1</when>
          <when test="standing == 'pending'">(j.hidden = 0 AND j.stage = 'pending')</when>
          <when test="standing == 'approved'">(j.hidden = 0 AND j.stage = 'approved')</when>
          <when test="standing == 'turned_down'">(j.hidden = 0 AND j.stage = 'rejected'
            AND j.rejection_stage IN ('review', 'archived'))</when>
          <when test="standing == 'archived'">(j.hidden = 0 AND j.stage = 'archived' AND NOT EXISTS (
            SELECT 1 FROM job_journeys AS s WHERE s.job = j.id AND s.applied IS NOT NULL))</when>
          <otherwise>(j.hidden = 0 AND (
            j.stage IN ('applied', 'survey', 'phone_screen', 'interviewing', 'offer', 'hired')
            OR (j.stage = 'rejected' AND j.rejection_stage NOT IN ('review', 'archived'))
            OR (j.stage = 'archived' AND EXISTS (
              SELECT 1 FROM job_journeys AS s WHERE s.job = j.id AND s.applied IS NOT NULL))))</otherwise>
        </choose></foreach>
        <if test="after != null">AND j.id &lt; #{after}</if>
      ORDER BY j.id DESC LIMIT #{limit}
      </script>
      """)
  List<RowData> listFound(
      @Param("since") long since,
      @Param("board") @Nullable String board,
      @Param("standings") List<String> standings,
      @Param("after") @Nullable Long after,
      @Param("limit") int limit);

  @Select(
      """
      SELECT j.id AS job, j.title, j.company, j.stage, j.rejection_stage, j.ending, j.found AS at
      FROM jobs AS j WHERE j.id IN (SELECT value FROM json_each(#{ids})) ORDER BY j.id DESC
      """)
  List<RowData> rows(@Param("ids") String ids);
}
