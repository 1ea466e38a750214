package dev.peregrine.host.schedules;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** When what recurs ran and is due. */
interface ScheduleMapper {

  record ScheduleData(
      String key, String basis, long planned, long due, @Nullable Long lastRun, String problem) {}

  @Select("SELECT key, basis, planned, due, last_run, problem FROM schedules ORDER BY due, key")
  List<ScheduleData> all();

  /** Plans it anew; what is known of the last run stays. */
  @Insert(
      """
      INSERT INTO schedules (key, basis, planned, due)
      VALUES (#{key}, #{basis}, #{planned}, #{due})
      ON CONFLICT (key) DO UPDATE SET
        basis = excluded.basis, planned = excluded.planned, due = excluded.due
      """)
  void plan(
      @Param("key") String key,
      @Param("basis") String basis,
      @Param("planned") long planned,
      @Param("due") long due);

  /** Takes a run, unless another program took it already. */
  @Update(
      """
      UPDATE schedules
      SET planned = #{planned}, due = #{due}, last_run = #{now}, problem = ''
      WHERE key = #{key} AND due = #{taken}
      """)
  int take(
      @Param("key") String key,
      @Param("taken") long taken,
      @Param("planned") long planned,
      @Param("due") long due,
      @Param("now") long now);

  @Update("UPDATE schedules SET problem = #{problem} WHERE key = #{key}")
  void failed(@Param("key") String key, @Param("problem") String problem);

  @Delete("DELETE FROM schedules WHERE key = #{key}")
  void forget(@Param("key") String key);
}
