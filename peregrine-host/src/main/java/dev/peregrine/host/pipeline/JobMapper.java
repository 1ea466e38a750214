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

  /** A job that a posting may be the same as. */
  record AlikeData(
      long id,
      String url,
      String board,
      boolean hidden,
      boolean hasText,
      boolean hasSalary,
      String companyKey,
      String placeKey,
      @Nullable String remote,
      String descriptionText) {

    KnownData known() {
      return new KnownData(0, id, url, board, "", hidden, hasText, hasSalary, companyKey);
    }
  }

  /** Ids and keys of titles, a line each, under one company or one title. */
  record BucketData(String key, @Nullable String lines) {}

  record SightingData(
      long job,
      String board,
      String nativeId,
      String url,
      String postingUrl,
      @Nullable Long run,
      long at,
      SalaryData salary) {}

  String KNOWN =
      """
       s.id AS sighting, s.job, s.url, s.board, s.native_id, j.hidden, j.has_text,
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
            JOIN jobs AS j ON j.id = s.job
          UNION SELECT
          """
          + KNOWN
          + """
          FROM json_each(#{natives}) AS wanted
            CROSS JOIN job_sightings AS s ON s.board = wanted.value ->> 0
              AND s.native_id = wanted.value ->> 1
            JOIN jobs AS j ON j.id = s.job
          """)
  List<KnownData> known(@Param("urls") String urls, @Param("natives") String natives);

  @Select(
      """
      SELECT wanted.value AS key, (
        SELECT GROUP_CONCAT(id || ' ' || title_key, char(10)) FROM (
          SELECT id, title_key FROM jobs WHERE company_key = wanted.value LIMIT 4000
        )
      ) AS lines
      FROM json_each(#{companies}) AS wanted
      """)
  List<BucketData> ofCompanies(@Param("companies") String companies);

  @Select(
      """
      SELECT wanted.value AS key, (
        SELECT GROUP_CONCAT(id, char(10)) FROM (
          SELECT id FROM jobs WHERE company_key = '' AND title_key = wanted.value LIMIT 20
        )
      ) AS lines
      FROM json_each(#{titles}) AS wanted
      """)
  List<BucketData> titledWithoutCompany(@Param("titles") String titles);

  @Select(
      """
      SELECT id FROM jobs WHERE company_key <> '' AND title_key = #{title}
      ORDER BY id DESC LIMIT 20
      """)
  List<Long> titledOfAnyCompany(@Param("title") String title);

  @Select(
      """
      SELECT j.id, j.url, j.board, j.hidden, j.has_text, j.salary_currency IS NOT NULL AS has_salary,
        j.company_key, j.place_key, j.remote, t.description_text
      FROM jobs AS j JOIN job_texts AS t ON t.job = j.id
      WHERE j.id = #{id}
      """)
  AlikeData alike(@Param("id") long id);

  @Insert(
      """
      INSERT INTO jobs (id, title, company, place, url, board, remote, salary_min, salary_max,
        salary_currency, salary_period, salary_origin, annual_pay, posted, closes, found, hidden,
        hidden_rule, hidden_detail, sort_day, sort_company, company_key, title_key, place_key,
        has_text)
      VALUES (#{id}, #{title}, #{company}, #{place}, #{url}, #{board}, #{remote}, #{salary.min},
        #{salary.max}, #{salary.currency}, #{salary.period}, #{salary.origin}, #{annualPay},
        #{posted}, #{closes}, #{found}, #{hiddenRule} IS NOT NULL, #{hiddenRule}, #{hiddenDetail},
        #{sortDay}, #{sortCompany}, #{companyKey}, #{titleKey}, #{placeKey},
        #{descriptionText} <> '')
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
      INSERT OR IGNORE INTO job_sightings (job, board, native_id, url, posting_url, run, first_seen,
        last_seen, salary_min, salary_max, salary_currency, salary_period, salary_origin)
      VALUES (#{job}, #{board}, #{nativeId}, #{url}, #{postingUrl}, #{run}, #{at}, #{at},
        #{salary.min}, #{salary.max}, #{salary.currency}, #{salary.period}, #{salary.origin})
      """)
  void addSighting(SightingData sighting);

  @Update(
      """
      UPDATE jobs SET boards = (SELECT COUNT(DISTINCT board) FROM job_sightings WHERE job = #{job})
      WHERE id = #{job}
      """)
  void countBoards(@Param("job") long job);

  @Update("UPDATE job_sightings SET last_seen = #{at} WHERE id = #{sighting}")
  void seenAgain(@Param("sighting") long sighting, @Param("at") long at);

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
