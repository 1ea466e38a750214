package dev.peregrine.host.pipeline;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Reads what of other jobs concerns one: which are like it, and which the person applied for. */
interface SimilarMapper {

  record SimilarData(
      long id,
      String title,
      @Nullable String company,
      @Nullable String place,
      String board,
      String stage,
      long found) {}

  /** That a job was applied for, or another of the same title at the same employer. */
  record AppliedData(long id, long job, String title, long at) {}

  @Select(
      """
      SELECT * FROM (
        SELECT id, title, company, place, board, stage, found FROM jobs
        WHERE company_key = #{company} AND company_key <> '' AND joined IS NULL LIMIT #{most}
      ) UNION SELECT * FROM (
        SELECT id, title, company, place, board, stage, found FROM jobs
        WHERE title_key = #{title} AND company_key <> '' AND joined IS NULL
        ORDER BY id DESC LIMIT 50
      ) UNION SELECT * FROM (
        SELECT id, title, company, place, board, stage, found FROM jobs
        WHERE company_key = '' AND title_key = #{title} AND joined IS NULL LIMIT 50
      )
      """)
  List<SimilarData> like(
      @Param("company") String company, @Param("title") String title, @Param("most") int most);

  /** The job itself before others. */
  @Select(
      """
      SELECT wanted.value AS id, a.id AS job, a.title, MIN(COALESCE(e.happened, e.at)) AS at
      FROM json_each(#{ids}) AS wanted
        JOIN jobs AS a ON a.id = wanted.value OR a.joined = wanted.value
        JOIN job_events AS e ON e.job = a.id AND e.kind = 'moved' AND e.undone_by IS NULL
          AND e.to_stage IN ('applied', 'survey', 'phone_screen', 'interviewing', 'offer', 'hired')
      GROUP BY wanted.value
      UNION ALL
      SELECT j.id, a.id, a.title, MIN(COALESCE(e.happened, e.at)) AS at
      FROM json_each(#{ids}) AS wanted
        JOIN jobs AS j ON j.id = wanted.value
        CROSS JOIN jobs AS a ON a.company_key = j.company_key AND a.title_key = j.title_key
          AND (a.place_key = j.place_key OR a.place_key = '' OR j.place_key = '')
        JOIN job_events AS e ON e.job = a.id AND e.kind = 'moved' AND e.undone_by IS NULL
          AND e.to_stage IN ('applied', 'survey', 'phone_screen', 'interviewing', 'offer', 'hired')
      WHERE j.company_key <> '' AND a.id <> j.id AND a.joined IS NOT j.id
        AND (a.stage IN ('applied', 'survey', 'phone_screen', 'interviewing', 'offer', 'hired')
          OR a.rejection_stage NOT IN ('review', 'archived'))
        AND NOT EXISTS (
          SELECT 1 FROM job_verdicts AS v WHERE v.kind = 'apart' AND v.undone IS NULL
            AND (v.job = a.id AND v.other = j.id OR v.job = j.id AND v.other = a.id)
        )
      GROUP BY j.id, a.id
      """)
  List<AppliedData> applied(@Param("ids") String ids);
}
