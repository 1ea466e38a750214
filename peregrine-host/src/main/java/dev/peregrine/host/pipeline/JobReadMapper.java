package dev.peregrine.host.pipeline;

import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.ConstructorArgs;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.ResultMap;
import org.apache.ibatis.annotations.Results;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Reads one job whole, counts, and keeps scores. */
interface JobReadMapper {

  record PostingData(
      long id,
      String title,
      @Nullable String company,
      String url,
      String board,
      String nativeId,
      @Nullable String remote,
      @Nullable String salaryMin,
      @Nullable String salaryMax,
      @Nullable String salaryCurrency,
      @Nullable String salaryPeriod,
      @Nullable String salaryOrigin,
      @Nullable Long posted,
      @Nullable Long closes,
      long found,
      String stage,
      @Nullable String rejectionStage,
      @Nullable String ending,
      @Nullable String hiddenRule,
      @Nullable String hiddenDetail,
      @Nullable String applyUrl,
      String places,
      String employmentTypes,
      String tags,
      String details,
      @Nullable String description,
      String descriptionText) {}

  /** A sighting with what its board said. */
  record SightingRow(
      long id,
      long job,
      String board,
      String url,
      String postingUrl,
      long firstSeen,
      long lastSeen,
      @Nullable Long reposted,
      @Nullable String salaryMin,
      @Nullable String salaryMax,
      @Nullable String salaryCurrency,
      @Nullable String salaryPeriod,
      @Nullable String salaryOrigin,
      String title,
      @Nullable String company,
      @Nullable String remote,
      String places,
      String descriptionText) {

    SalaryData pay() {
      return new SalaryData(salaryMin, salaryMax, salaryCurrency, salaryPeriod, salaryOrigin);
    }
  }

  record ScoreData(
      long job,
      String scorer,
      String candidateHash,
      @Nullable Double score,
      @Nullable String why,
      String reasons,
      String gaps,
      long at,
      @Nullable Long resume) {}

  /** Where a job stands, by an address that it was seen at. */
  record StandingAtData(String url, String stage, long job) {}

  @Select(
      """
      SELECT s.url, j.stage, j.id AS job
      FROM json_each(#{urls}) AS wanted
        CROSS JOIN job_sightings AS s ON s.url = wanted.value
        JOIN jobs AS own ON own.id = s.job
        JOIN jobs AS j ON j.id = COALESCE(own.joined, own.id)
      """)
  List<StandingAtData> standingAt(@Param("urls") String urls);

  record CountData(String stage, boolean hidden, long jobs) {}

  // Said column by column: finding them by name takes ten times as long as reading them.
  @Results(id = "posting")
  @ConstructorArgs({
    @Arg(column = "id", javaType = long.class),
    @Arg(column = "title", javaType = String.class),
    @Arg(column = "company", javaType = String.class),
    @Arg(column = "url", javaType = String.class),
    @Arg(column = "board", javaType = String.class),
    @Arg(column = "native_id", javaType = String.class),
    @Arg(column = "remote", javaType = String.class),
    @Arg(column = "salary_min", javaType = String.class),
    @Arg(column = "salary_max", javaType = String.class),
    @Arg(column = "salary_currency", javaType = String.class),
    @Arg(column = "salary_period", javaType = String.class),
    @Arg(column = "salary_origin", javaType = String.class),
    @Arg(column = "posted", javaType = Long.class),
    @Arg(column = "closes", javaType = Long.class),
    @Arg(column = "found", javaType = long.class),
    @Arg(column = "stage", javaType = String.class),
    @Arg(column = "rejection_stage", javaType = String.class),
    @Arg(column = "ending", javaType = String.class),
    @Arg(column = "hidden_rule", javaType = String.class),
    @Arg(column = "hidden_detail", javaType = String.class),
    @Arg(column = "apply_url", javaType = String.class),
    @Arg(column = "places", javaType = String.class),
    @Arg(column = "employment_types", javaType = String.class),
    @Arg(column = "tags", javaType = String.class),
    @Arg(column = "details", javaType = String.class),
    @Arg(column = "description", javaType = String.class),
    @Arg(column = "description_text", javaType = String.class)
  })
  @Select(
      """
      SELECT j.id, j.title, j.company, j.url, j.board, t.native_id, j.remote, j.salary_min,
        j.salary_max, j.salary_currency, j.salary_period, j.salary_origin, j.posted, j.closes,
        j.found, j.stage, j.rejection_stage, j.ending, j.hidden_rule, j.hidden_detail, t.apply_url, t.places,
        t.employment_types, t.tags, t.details, t.description, t.description_text
      FROM jobs AS j JOIN job_texts AS t ON t.job = j.id
      WHERE j.id = #{id}
      """)
  @Nullable PostingData find(@Param("id") long id);

  @Results(id = "sighting")
  @ConstructorArgs({
    @Arg(column = "id", javaType = long.class),
    @Arg(column = "job", javaType = long.class),
    @Arg(column = "board", javaType = String.class),
    @Arg(column = "url", javaType = String.class),
    @Arg(column = "posting_url", javaType = String.class),
    @Arg(column = "first_seen", javaType = long.class),
    @Arg(column = "last_seen", javaType = long.class),
    @Arg(column = "reposted", javaType = Long.class),
    @Arg(column = "salary_min", javaType = String.class),
    @Arg(column = "salary_max", javaType = String.class),
    @Arg(column = "salary_currency", javaType = String.class),
    @Arg(column = "salary_period", javaType = String.class),
    @Arg(column = "salary_origin", javaType = String.class),
    @Arg(column = "title", javaType = String.class),
    @Arg(column = "company", javaType = String.class),
    @Arg(column = "remote", javaType = String.class),
    @Arg(column = "places", javaType = String.class),
    @Arg(column = "description_text", javaType = String.class)
  })
  @Select(
      """
      SELECT s.id, s.job, s.board, s.url, s.posting_url, s.first_seen, s.last_seen, s.reposted,
        s.salary_min, s.salary_max, s.salary_currency, s.salary_period, s.salary_origin,
        COALESCE(p.title, j.title) AS title, IIF(p.sighting IS NULL, j.company, p.company) AS company,
        IIF(p.sighting IS NULL, j.remote, p.remote) AS remote, COALESCE(p.places, t.places) AS places,
        COALESCE(p.description_text, t.description_text) AS description_text
      FROM job_sightings AS s JOIN jobs AS j ON j.id = s.job JOIN job_texts AS t ON t.job = j.id
        LEFT JOIN sighting_postings AS p ON p.sighting = s.id
      WHERE s.job IN (SELECT id FROM jobs WHERE id = #{job} OR joined = #{job})
      ORDER BY s.first_seen, s.id
      """)
  List<SightingRow> sightings(@Param("job") long job);

  @Select(
      """
      SELECT job, scorer, candidate_hash, score, why, reasons, gaps, at, resume
      FROM job_scores WHERE job = #{job}
      """)
  @Nullable ScoreData score(@Param("job") long job);

  record AddressData(String url, @Nullable String applyUrl, @Nullable String company) {}

  @Select(
      """
      SELECT j.url, t.apply_url, j.company
      FROM jobs AS j JOIN job_texts AS t ON t.job = j.id
      ORDER BY j.id DESC
      LIMIT #{limit}
      """)
  List<AddressData> newestAddresses(@Param("limit") int limit);

  @Select(
      """
      SELECT hidden_rule AS rule, hidden_detail AS detail, COUNT(*) AS jobs
      FROM jobs
      WHERE hidden = 1 AND hidden_rule <> 'joined'
      GROUP BY hidden_rule, CASE WHEN hidden_rule IN ('blocklist', 'excluded-word')
        THEN hidden_detail END
      ORDER BY jobs DESC, rule, detail
      LIMIT 500
      """)
  List<HiddenCount> hiddenBy();

  @Select(
      """
      SELECT id FROM jobs
      WHERE hidden = 1 AND hidden_rule = #{rule} AND hidden_detail = #{detail}
      ORDER BY id DESC LIMIT #{limit}
      """)
  List<Long> hiddenIds(
      @Param("rule") String rule, @Param("detail") String detail, @Param("limit") int limit);

  @ResultMap("posting")
  @Select(
      """
      SELECT j.id, j.title, j.company, j.url, j.board, t.native_id, j.remote, j.salary_min,
        j.salary_max, j.salary_currency, j.salary_period, j.salary_origin, j.posted, j.closes,
        j.found, j.stage, j.rejection_stage, j.ending, j.hidden_rule, j.hidden_detail, t.apply_url, t.places,
        t.employment_types, t.tags, t.details, NULL AS description, t.description_text
      FROM (
        SELECT id FROM jobs WHERE hidden = 0 AND stage = 'pending' ORDER BY id DESC LIMIT #{limit}
      ) AS newest
        JOIN jobs AS j ON j.id = newest.id
        JOIN job_texts AS t ON t.job = j.id
      ORDER BY j.id DESC
      """)
  List<PostingData> newestToReview(@Param("limit") int limit);

  /** Without those that were joined to another: they are hidden, but by no rule. */
  @ConstructorArgs({
    @Arg(column = "stage", javaType = String.class),
    @Arg(column = "hidden", javaType = boolean.class),
    @Arg(column = "jobs", javaType = long.class)
  })
  @Select(
      """
      SELECT stage, hidden, jobs - CASE hidden WHEN 0 THEN 0 ELSE (
        SELECT COUNT(*) FROM jobs AS j WHERE j.joined IS NOT NULL AND j.stage = job_counts.stage
      ) END AS jobs
      FROM job_counts
      """)
  List<CountData> counts();

  @Select("SELECT COALESCE(SUM(jobs), 0) FROM job_hours WHERE hour >= #{hour}")
  long foundSince(@Param("hour") long hour);

  /** Those without a score first, then those scored from something else; the newest first. */
  @ResultMap("posting")
  @Select(
      """
      SELECT j.id, j.title, j.company, j.url, j.board, t.native_id, j.remote, j.salary_min,
        j.salary_max, j.salary_currency, j.salary_period, j.salary_origin, j.posted, j.closes,
        j.found, j.stage, j.rejection_stage, j.ending, j.hidden_rule, j.hidden_detail, t.apply_url, t.places,
        t.employment_types, t.tags, t.details, NULL AS description, t.description_text
      FROM (
        SELECT * FROM (
          SELECT id, 1 AS turn FROM jobs INDEXED BY jobs_to_score
          WHERE score_key = -1 AND hidden = 0 AND stage NOT IN ('archived', 'hired', 'rejected')
          ORDER BY id DESC LIMIT #{limit}
        ) UNION ALL SELECT * FROM (
          SELECT id, 1 AS turn FROM jobs INDEXED BY jobs_to_score
          WHERE score_key = 0 AND hidden = 0 AND stage NOT IN ('archived', 'hired', 'rejected')
          ORDER BY id DESC LIMIT #{limit}
        ) UNION ALL SELECT * FROM (
          SELECT id, 2 AS turn FROM jobs INDEXED BY jobs_to_score
          WHERE score_key BETWEEN 1 AND #{key} - 1 AND hidden = 0
            AND stage NOT IN ('archived', 'hired', 'rejected')
          ORDER BY score_key DESC, id DESC LIMIT #{limit}
        ) UNION ALL SELECT * FROM (
          SELECT id, 3 AS turn FROM jobs INDEXED BY jobs_to_score
          WHERE score_key > #{key} AND hidden = 0
            AND stage NOT IN ('archived', 'hired', 'rejected')
          ORDER BY score_key DESC, id DESC LIMIT #{limit}
        )
        ORDER BY turn, id DESC LIMIT #{limit}
      ) AS waiting
        JOIN jobs AS j ON j.id = waiting.id
        JOIN job_texts AS t ON t.job = j.id
      ORDER BY waiting.turn, j.id DESC
      """)
  List<PostingData> toScore(@Param("key") long key, @Param("limit") int limit);

  @Insert(
      """
      INSERT INTO job_scores (job, scorer, candidate_hash, score, why, reasons, gaps, at, resume)
      SELECT #{job}, #{scorer}, #{candidateHash}, #{score}, #{why}, #{reasons}, #{gaps}, #{at},
        #{resume}
      WHERE EXISTS (SELECT 1 FROM jobs WHERE id = #{job})
      ON CONFLICT (job) DO UPDATE SET scorer = excluded.scorer,
        candidate_hash = excluded.candidate_hash, score = excluded.score, why = excluded.why,
        reasons = excluded.reasons, gaps = excluded.gaps, at = excluded.at,
        resume = excluded.resume
      """)
  void saveScore(ScoreData score);

  /**
   * What somebody wrote of to the person stands before all others, in the order of its own scores.
   *
   * <p>The first score after a change of the text may have been made from the text before it: it is
   * kept, and the job is scored once more.
   */
  @Update(
      """
      UPDATE jobs SET match_score = #{score}, unscorable = #{score} IS NULL,
        sort_score = COALESCE(#{score}, -1) + CASE board WHEN 'email' THEN 200 ELSE 0 END,
        score_key = CASE score_key WHEN -1 THEN 0 ELSE #{key} END
      WHERE id = #{job}
      """)
  void scored(
      @Param("job") long job, @Param("score") @Nullable Double score, @Param("key") long key);
}
