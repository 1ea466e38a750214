package dev.peregrine.host.pipeline;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Reads many jobs at once, each as a line. */
interface JobLineMapper {

  record LineData(
      long id,
      String title,
      @Nullable String company,
      String places,
      @Nullable String remote,
      @Nullable String salaryMin,
      @Nullable String salaryMax,
      @Nullable String salaryCurrency,
      @Nullable String salaryPeriod,
      @Nullable String salaryOrigin,
      String url,
      String board,
      String stage,
      @Nullable String ending,
      @Nullable Double score,
      @Nullable String gaps,
      @Nullable Long posted,
      long found) {}

  // What was turned down in review never was an application that ended.
  @Select(
      """
      SELECT j.id, j.title, j.company, t.places, j.remote, j.salary_min, j.salary_max,
        j.salary_currency, j.salary_period, j.salary_origin, j.url, j.board, j.stage, j.ending,
        s.score, s.gaps, j.posted, j.found
      FROM jobs AS j JOIN job_texts AS t ON t.job = j.id LEFT JOIN job_scores AS s ON s.job = j.id
      WHERE j.id > #{after} AND j.hidden = 0 AND j.joined IS NULL
        AND j.stage IN (SELECT value FROM json_each(#{stages}))
        AND (j.stage <> 'rejected' OR j.rejection_stage NOT IN ('review', 'archived'))
      ORDER BY j.id LIMIT #{most}
      """)
  List<LineData> at(
      @Param("stages") String stages, @Param("after") long after, @Param("most") int most);
}
