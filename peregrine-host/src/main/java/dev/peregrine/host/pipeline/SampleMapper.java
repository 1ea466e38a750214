package dev.peregrine.host.pipeline;

import dev.peregrine.host.pipeline.JobReadMapper.PostingData;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.ResultMap;
import org.apache.ibatis.annotations.Select;

/** Some of all jobs, evenly spread. */
interface SampleMapper {

  record Extent(long jobs, long first, long last) {}

  /** How many there are, and between which ids. */
  @Select(
      """
      SELECT
        (SELECT SUM(jobs) FROM job_counts)
          - (SELECT COUNT(*) FROM jobs WHERE joined IS NOT NULL) AS jobs,
        COALESCE((SELECT MIN(id) FROM jobs), 0) AS first,
        COALESCE((SELECT MAX(id) FROM jobs), 0) AS last
      """)
  Extent extent();

  /**
   * The jobs that come at or after some ids.
   *
   * @param from a JSON array of ids
   */
  @ResultMap("dev.peregrine.host.pipeline.JobReadMapper.posting")
  @Select(
      """
      SELECT j.id, j.title, j.company, j.url, j.board, t.native_id, j.remote, j.salary_min,
        j.salary_max, j.salary_currency, j.salary_period, j.salary_origin, j.posted, j.closes,
        j.found, j.stage, j.rejection_stage, j.ending, j.hidden_rule, j.hidden_detail, t.apply_url, t.places,
        t.employment_types, t.tags, t.details, NULL AS description, t.description_text
      FROM (
        SELECT DISTINCT (SELECT id FROM jobs WHERE id >= step.value ORDER BY id LIMIT 1) AS id
        FROM json_each(#{from}) AS step
      ) AS chosen
        JOIN jobs AS j ON j.id = chosen.id
        JOIN job_texts AS t ON t.job = j.id
      WHERE j.joined IS NULL
      """)
  List<PostingData> spread(@Param("from") String from);
}
