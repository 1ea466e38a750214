package dev.peregrine.host.pipeline;

import dev.peregrine.host.pipeline.JobMapper.KnownData;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Finds jobs that a posting may be the same as, and keeps what each of its boards said. */
interface SameMapper {

  /**
   * A job that a posting may be the same as.
   *
   * @param id whose words they are
   * @param job the job that it was joined to, or itself
   * @param boards separated by line breaks
   */
  record AlikeData(
      long id,
      long job,
      String url,
      String board,
      boolean hidden,
      boolean hasText,
      boolean hasSalary,
      String jobCompanyKey,
      String companyKey,
      String titleKey,
      String placeKey,
      @Nullable String remote,
      boolean agency,
      @Nullable String requisition,
      String boards,
      String descriptionText) {

    KnownData known() {
      return new KnownData(0, job, url, board, "", hidden, hasText, hasSalary, jobCompanyKey);
    }
  }

  /** Jobs, a line each as {@link Alike.Line} reads it, under one company or one title. */
  record BucketData(String key, @Nullable String lines) {}

  /** Which job has a posting to which that address leads. */
  record AppliedAtData(String applyUrl, long id) {}

  @Select(
      """
      SELECT wanted.value AS key, (
        SELECT GROUP_CONCAT(id || '|' || COALESCE(remote, '') || '|' || title_key || '|' || place_key,
          char(10))
        FROM (
          SELECT id, remote, title_key, place_key FROM jobs WHERE company_key = wanted.value
          LIMIT #{most}
        )
      ) AS lines
      FROM json_each(#{companies}) AS wanted
      """)
  List<BucketData> ofCompanies(@Param("companies") String companies, @Param("most") int most);

  /** For an employer with more jobs than are asked for at once. */
  @Select(
      """
      SELECT id || '|' || COALESCE(remote, '') || '|' || title_key || '|' || place_key FROM jobs
      WHERE company_key = #{company} AND title_key = #{title}
      LIMIT #{most}
      """)
  List<String> ofCompanyTitled(
      @Param("company") String company, @Param("title") String title, @Param("most") int most);

  @Select(
      """
      SELECT wanted.value AS key, (
        SELECT GROUP_CONCAT(id || '|' || COALESCE(remote, '') || '|' || title_key || '|' || place_key,
          char(10))
        FROM (
          SELECT id, remote, title_key, place_key FROM jobs
          WHERE company_key = '' AND title_key = wanted.value
          UNION
          SELECT id, remote, title_key, place_key FROM jobs
          WHERE agency = 1 AND title_key = wanted.value
          ORDER BY id DESC LIMIT #{most}
        )
      ) AS lines
      FROM json_each(#{titles}) AS wanted
      """)
  List<BucketData> titledByNobodyOrAgencies(
      @Param("titles") String titles, @Param("most") int most);

  /** In that city, in whichever country, or in no known place; in any if the city is empty. */
  @Select(
      """
      SELECT id || '|' || COALESCE(remote, '') || '|' || title_key || '|' || place_key FROM jobs
      WHERE company_key <> '' AND title_key = #{title}
        AND (#{city} = '' OR place_key = '' OR place_key BETWEEN #{city} || '@' AND #{city} || '@~')
      LIMIT #{most}
      """)
  List<String> titledOfAnyCompany(
      @Param("title") String title, @Param("city") String city, @Param("most") int most);

  @Select(
      """
      SELECT j.id, root.id AS job, root.url, root.board, root.hidden, root.has_text,
        root.salary_currency IS NOT NULL AS has_salary, root.company_key AS job_company_key,
        j.company_key, j.title_key, j.place_key, j.remote, j.agency,
        t.details ->> 'REQUISITION' AS requisition,
        (SELECT GROUP_CONCAT(board, char(10)) FROM job_sightings WHERE job = j.id) AS boards,
        t.description_text
      FROM jobs AS j JOIN jobs AS root ON root.id = COALESCE(j.joined, j.id)
        JOIN job_texts AS t ON t.job = j.id
      WHERE j.id IN (SELECT value FROM json_each(#{ids}))
      """)
  List<AlikeData> alike(@Param("ids") String ids);

  /** Jobs that are, or that apply at, one of these addresses. */
  @Select(
      """
      SELECT wanted.value AS apply_url, s.job AS id
      FROM json_each(#{addresses}) AS wanted
        CROSS JOIN job_sightings AS s ON s.url = wanted.value
      UNION SELECT wanted.value, s.job
      FROM json_each(#{addresses}) AS wanted
        CROSS JOIN job_sightings AS s ON s.apply_url = wanted.value
      """)
  List<AppliedAtData> at(@Param("addresses") String addresses);

  @Update("UPDATE jobs SET agency = #{agency} WHERE id = #{id} AND agency <> #{agency}")
  void setAgency(@Param("id") long id, @Param("agency") boolean agency);

  /** What the job says is what its one board said; once another has it too, it is kept apart. */
  @Insert(
      """
      INSERT INTO sighting_postings (sighting, title, company, remote, posted, closes, apply_url,
        places, employment_types, tags, details, description, description_text)
      SELECT s.id, j.title, j.company, j.remote, j.posted, j.closes, t.apply_url, t.places,
        t.employment_types, t.tags, t.details, t.description, t.description_text
      FROM job_sightings AS s JOIN jobs AS j ON j.id = s.job JOIN job_texts AS t ON t.job = j.id
      WHERE s.job = #{job} AND NOT EXISTS (
        SELECT 1 FROM sighting_postings AS p WHERE p.sighting = s.id
      )
      """)
  void keepPostings(@Param("job") long job);

  @Insert(
      """
      INSERT OR IGNORE INTO sighting_postings (sighting, title, company, remote, posted, closes,
        apply_url, places, employment_types, tags, details, description, description_text)
      SELECT s.id, #{said.title}, #{said.company}, #{said.remote}, #{said.posted}, #{said.closes},
        #{said.applyUrl}, #{said.places}, #{said.employmentTypes}, #{said.tags}, #{said.details},
        #{said.description}, #{said.descriptionText}
      FROM job_sightings AS s WHERE s.url = #{url}
      """)
  void keepPosting(@Param("url") String url, @Param("said") JobData said);
}
