package dev.peregrine.host.pipeline;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** When stages were entered, and what the person corrected of that. */
interface EventTimeMapper {

  /** A move that stands, with when it was told and when the person says that it was. */
  record TimedData(long id, long job, long at, @Nullable Long happened, String toStage) {}

  record CorrectionData(long event, long job, @Nullable Long earlier) {}

  record StampData(long job, String stage, long first, long last) {}

  @Select(
      """
      SELECT id, job, at, happened, to_stage FROM job_events
      WHERE id = #{id} AND kind = 'moved' AND undone_by IS NULL
      """)
  @Nullable TimedData find(@Param("id") long id);

  /** Of a job and those that were joined to it, what the person decided after approving. */
  @Select(
      """
      SELECT id, job, at, happened, to_stage FROM job_events
      WHERE job = #{job} AND kind = 'moved' AND undone_by IS NULL
        AND to_stage NOT IN ('pending', 'approved', 'archived')
      ORDER BY id
      """)
  List<TimedData> movesOf(@Param("job") long job);

  @Update("UPDATE job_events SET happened = #{happened} WHERE id = #{event}")
  void happened(@Param("event") long event, @Param("happened") @Nullable Long happened);

  @Select(
      """
      INSERT INTO job_event_times (event, at, earlier, happened)
      VALUES (#{event}, #{at}, #{earlier}, #{happened}) RETURNING id
      """)
  long add(
      @Param("event") long event,
      @Param("at") long at,
      @Param("earlier") @Nullable Long earlier,
      @Param("happened") @Nullable Long happened);

  /** A correction that nobody took back, and that is still the last one of its event. */
  @Select(
      """
      SELECT c.event, e.job, c.earlier
      FROM job_event_times AS c JOIN job_events AS e ON e.id = c.event
      WHERE c.id = #{id} AND c.undone IS NULL AND NOT EXISTS (
        SELECT 1 FROM job_event_times AS later
        WHERE later.event = c.event AND later.id > c.id AND later.undone IS NULL
      )
      """)
  @Nullable CorrectionData standing(@Param("id") long id);

  @Update("UPDATE job_event_times SET undone = #{at} WHERE id = #{id}")
  void undone(@Param("id") long id, @Param("at") long at);

  /** A change of how it ended is no new end. */
  @Select(
      """
      SELECT wanted.value AS job, e.to_stage AS stage, MIN(COALESCE(e.happened, e.at)) AS first,
        MAX(COALESCE(e.happened, e.at)) AS last
      FROM json_each(#{ids}) AS wanted
        JOIN jobs AS j ON j.id = wanted.value OR j.joined = wanted.value
        JOIN job_events AS e ON e.job = j.id
      WHERE e.undone_by IS NULL AND e.kind IN ('entered', 'hidden', 'moved')
        AND e.from_stage IS NOT e.to_stage
      GROUP BY wanted.value, e.to_stage
      """)
  List<StampData> stamps(@Param("ids") String ids);
}
