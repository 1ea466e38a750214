package dev.peregrine.host.liveness;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** The last look at each posting. */
interface LivenessMapper {

  record CheckData(long job, String verdict, String evidence, int strikes, long at) {}

  /**
   * The looks at some jobs.
   *
   * @param jobs a JSON array of their ids
   */
  @Select(
      """
      SELECT job, verdict, evidence, strikes, at
      FROM job_checks
      WHERE job IN (SELECT value FROM json_each(#{jobs}))
      """)
  List<CheckData> of(@Param("jobs") String jobs);

  @Insert(
      """
      INSERT INTO job_checks (job, verdict, evidence, strikes, at)
      VALUES (#{job}, #{verdict}, #{evidence}, #{strikes}, #{at})
      ON CONFLICT (job) DO UPDATE SET
        verdict = excluded.verdict, evidence = excluded.evidence, strikes = excluded.strikes,
        at = excluded.at
      """)
  void save(CheckData check);
}
