package dev.peregrine.host.due;

import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** The rows that db-scheduler fetches. One that is being fetched is its own until that is over. */
interface DueMapper {

  @Insert(
      """
      INSERT INTO due (task_name, task_instance, execution_time, picked, version)
      VALUES ('due', #{user}, #{at}, false, 1)
      ON CONFLICT (task_name, task_instance) DO UPDATE SET
        execution_time = least(due.execution_time, excluded.execution_time),
        version = due.version + 1
      WHERE NOT due.picked
      """)
  int atLatest(@Param("user") String user, @Param("at") Instant at);

  @Insert(
      """
      INSERT INTO due (task_name, task_instance, execution_time, picked, version)
      VALUES ('due', #{user}, #{at}, false, 1)
      ON CONFLICT (task_name, task_instance) DO UPDATE SET
        execution_time = excluded.execution_time,
        version = due.version + 1
      WHERE NOT due.picked
      """)
  int at(@Param("user") String user, @Param("at") Instant at);

  @Insert(
      """
      INSERT INTO due (task_name, task_instance, execution_time, picked, version)
      VALUES ('due', #{user}, #{at}, false, 1)
      ON CONFLICT (task_name, task_instance) DO NOTHING
      """)
  int ifNone(@Param("user") String user, @Param("at") Instant at);

  @Delete("DELETE FROM due WHERE task_name = 'due' AND task_instance = #{user} AND NOT picked")
  int never(@Param("user") String user);

  @Delete("DELETE FROM due WHERE task_name = 'due' AND task_instance = #{user}")
  int forget(@Param("user") String user);

  @Select(
      """
      SELECT
        count(*) AS people,
        count(*) FILTER (WHERE execution_time <= #{now}) AS overdue,
        count(*) FILTER (WHERE picked) AS fetching,
        min(execution_time) AS first
      FROM due
      WHERE task_name = 'due'
      """)
  DueCounts counts(@Param("now") Instant now);
}
