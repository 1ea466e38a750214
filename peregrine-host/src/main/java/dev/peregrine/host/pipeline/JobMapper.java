package dev.peregrine.host.pipeline;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Writes jobs, and finds those that a posting may be. */
interface JobMapper {

  /** A job that a posting may be, by one of its sightings. */
  record KnownData(
      long sighting,
      long job,
      String url,
      String board,
      String nativeId,
      boolean hidden,
      boolean hasText,
      boolean hasSalary,
      String companyKey) {}

  record SightingData(
      long job,
      String board,
      String nativeId,
      String url,
      String postingUrl,
      @Nullable String applyUrl,
      @Nullable Long run,
      long at,
      @Nullable Long posted,
      SalaryData salary) {}

  String KNOWN =
      """
       s.id AS sighting, j.id AS job, s.url, s.board, s.native_id, j.hidden, j.has_text,
        j.salary_currency IS NOT NULL AS has_salary, j.company_key
      """;

  @Select("SELECT COALESCE(MAX(seq), 0) FROM sqlite_sequence WHERE name = 'jobs'")
  long lastId();

  @Select(
      "SELECT"
          + KNOWN
          + """
          FROM json_each(#{urls}) AS wanted
            CROSS JOIN job_sightings AS s ON s.url = wanted.value
            JOIN jobs AS own ON own.id = s.job
            JOIN jobs AS j ON j.id = COALESCE(own.joined, own.id)
          UNION SELECT
          """
          + KNOWN
          + """
          FROM json_each(#{natives}) AS wanted
            CROSS JOIN job_sightings AS s ON s.board = wanted.value ->> 0
              AND s.native_id = wanted.value ->> 1
            JOIN jobs AS own ON own.id = s.job
            JOIN jobs AS j ON j.id = COALESCE(own.joined, own.id)
          """)
  List<KnownData> known(@Param("urls") String urls, @Param("natives") String natives);

  @Insert(
      """
      INSERT INTO jobs (id, title, company, place, url, board, remote, salary_min, salary_max,
        salary_currency, salary_period, salary_origin, annual_pay, posted, closes, found, hidden,
        hidden_rule, hidden_detail, sort_day, sort_company, company_key, title_key, place_key,
        has_text, sort_score)
      VALUES (#{id}, #{title}, #{company}, #{place}, #{url}, #{board}, #{remote}, #{salary.min},
        #{salary.max}, #{salary.currency}, #{salary.period}, #{salary.origin}, #{annualPay},
        #{posted}, #{closes}, #{found}, #{hiddenRule} IS NOT NULL, #{hiddenRule}, #{hiddenDetail},
        #{sortDay}, #{sortCompany}, #{companyKey}, #{titleKey}, #{placeKey},
        #{descriptionText} <> '', CASE #{board} WHEN 'email' THEN 199 ELSE -1 END)
      """)
  void add(JobData job);

  @Insert(
      """
      INSERT INTO job_texts (job, native_id, apply_url, places, employment_types, tags, details,
        description, description_text)
      VALUES (#{id}, #{nativeId}, #{applyUrl}, #{places}, #{employmentTypes}, #{tags}, #{details},
        #{description}, #{descriptionText})
      """)
  void addTexts(JobData job);

  @Insert(
      """
      INSERT OR IGNORE INTO job_sightings (job, board, native_id, url, posting_url, apply_url, run,
        first_seen, last_seen, posted, salary_min, salary_max, salary_currency, salary_period,
        salary_origin)
      VALUES (#{job}, #{board}, #{nativeId}, #{url}, #{postingUrl}, #{applyUrl}, #{run}, #{at}, #{at},
        #{posted}, #{salary.min}, #{salary.max}, #{salary.currency}, #{salary.period},
        #{salary.origin})
      """)
  void addSighting(SightingData sighting);

  @Update(
      """
      UPDATE jobs SET boards = MAX(1, (
        SELECT COUNT(DISTINCT board) FROM job_sightings
        WHERE job IN (SELECT id FROM jobs WHERE id = #{job} OR joined = #{job})
      ))
      WHERE id = #{job}
      """)
  void countBoards(@Param("job") long job);

  /** Boards move the day of posting by a few days for no reason; a week later is a repost. */
  @Update(
      """
      UPDATE job_sightings SET last_seen = #{at},
        reposted = CASE WHEN #{posted} >= posted + 7 THEN #{at} ELSE reposted END,
        posted = MAX(COALESCE(posted, #{posted}), COALESCE(#{posted}, posted))
      WHERE id = #{sighting}
      """)
  void seenAgain(
      @Param("sighting") long sighting,
      @Param("at") long at,
      @Param("posted") @Nullable Long posted);

  @Update(
      """
      UPDATE jobs SET title = #{title}, company = #{company}, place = #{place}, remote = #{remote},
        salary_min = #{salary.min}, salary_max = #{salary.max}, salary_currency = #{salary.currency},
        salary_period = #{salary.period}, salary_origin = #{salary.origin},
        annual_pay = #{annualPay}, posted = #{posted}, closes = #{closes}, sort_day = #{sortDay},
        sort_company = #{sortCompany}, company_key = #{companyKey}, title_key = #{titleKey},
        place_key = #{placeKey}, has_text = #{descriptionText} <> '', score_key = -1
      WHERE id = #{id}
      """)
  void rewrite(JobData job);

  @Update(
      """
      UPDATE job_texts SET apply_url = #{applyUrl}, places = #{places},
        employment_types = #{employmentTypes}, tags = #{tags}, details = #{details},
        description = #{description}, description_text = #{descriptionText}
      WHERE job = #{id}
      """)
  void rewriteTexts(JobData job);

  @Select("SELECT upto FROM job_index")
  long indexed();

  @Update("UPDATE job_index SET upto = #{id}")
  void indexedUpTo(@Param("id") long id);

  /**
   * Once for a whole batch, as its last statement: any statement with a trigger after it would make
   * FTS5 write out what it has, a segment for every job.
   */
  @Insert(
      """
      INSERT INTO jobs_fts (rowid, title, company, description, tags)
      SELECT id, title, company, description, tags FROM job_words
      WHERE id BETWEEN #{first} AND #{last}
      """)
  void index(@Param("first") long first, @Param("last") long last);

  /** Must be called before the row changes: the index finds its entries by the old words. */
  @Insert(
      """
      INSERT INTO jobs_fts (jobs_fts, rowid, title, company, description, tags)
      SELECT 'delete', id, title, company, description, tags FROM job_words WHERE id = #{id}
      """)
  void unindex(@Param("id") long id);
}
