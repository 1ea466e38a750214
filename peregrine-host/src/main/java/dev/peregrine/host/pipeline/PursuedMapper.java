package dev.peregrine.host.pipeline;

import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.ConstructorArgs;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.ResultMap;
import org.apache.ibatis.annotations.Results;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Reads where applications stand, and since when. */
interface PursuedMapper {

  record EnteredData(
      long job, String stage, @Nullable String after, @Nullable String ending, long at) {}

  record EndedData(String after, @Nullable String ending, long jobs) {}

  // A job without an event of its stage came there with what was joined or imported.
  @Results(id = "entered")
  @ConstructorArgs({
    @Arg(column = "job", javaType = long.class),
    @Arg(column = "stage", javaType = String.class),
    @Arg(column = "after", javaType = String.class),
    @Arg(column = "ending", javaType = String.class),
    @Arg(column = "at", javaType = long.class)
  })
  @Select(
      """
      SELECT j.id AS job, j.stage, j.rejection_stage AS after, j.ending,
        COALESCE((
          SELECT MAX(COALESCE(e.happened, e.at)) FROM job_events AS e
          WHERE e.job = j.id AND e.kind = 'moved' AND e.undone_by IS NULL AND e.to_stage = j.stage
        ), j.found) AS at
      FROM json_each(#{stages}) AS stage CROSS JOIN jobs AS j
        ON j.hidden = 0 AND j.stage = stage.value
      ORDER BY at DESC, j.id DESC
      """)
  List<EnteredData> at(@Param("stages") String stages);

  @ResultMap("entered")
  @Select(
      """
      SELECT j.id AS job, j.stage, j.rejection_stage AS after, j.ending,
        COALESCE((
          SELECT MAX(COALESCE(e.happened, e.at)) FROM job_events AS e
          WHERE e.job = j.id AND e.kind = 'moved' AND e.undone_by IS NULL
            AND e.to_stage = 'rejected' AND e.from_stage <> 'rejected'
        ), j.found) AS at
      FROM jobs AS j INDEXED BY jobs_ended
      WHERE j.stage = 'rejected' AND j.rejection_stage NOT IN ('review', 'archived')
        AND j.hidden = 0 AND (#{after} IS NULL OR j.rejection_stage = #{after})
        AND (#{ending} IS NULL OR COALESCE(j.ending, 'rejected') = #{ending})
      ORDER BY at DESC, j.id DESC
      LIMIT #{most}
      """)
  List<EnteredData> ended(
      @Param("after") @Nullable String after,
      @Param("ending") @Nullable String ending,
      @Param("most") int most);

  @Select(
      """
      SELECT rejection_stage AS after, ending, COUNT(*) AS jobs FROM jobs INDEXED BY jobs_ended
      WHERE stage = 'rejected' AND rejection_stage NOT IN ('review', 'archived') AND hidden = 0
      GROUP BY rejection_stage, ending
      """)
  List<EndedData> endedCounts();
}
