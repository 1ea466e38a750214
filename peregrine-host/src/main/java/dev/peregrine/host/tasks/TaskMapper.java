package dev.peregrine.host.tasks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Tasks as they are stored. A task that ended is never changed again. */
interface TaskMapper {

  /** A row to add; the id is given when it is stored. */
  final class NewTask {
    long id;
    final String type;
    final String key;
    final String title;
    final String params;
    final Instant created;

    NewTask(String type, String key, String title, String params, Instant created) {
      this.type = type;
      this.key = key;
      this.title = title;
      this.params = params;
      this.created = created;
    }
  }

  record TaskRow(
      long id,
      String type,
      String key,
      String title,
      String params,
      String state,
      String step,
      long done,
      long total,
      String result,
      String error,
      Instant created,
      @Nullable Instant started,
      @Nullable Instant finished) {}

  @Insert(
      """
      INSERT INTO background_tasks (type, key, title, params, created)
      VALUES (#{type}, #{key}, #{title}, #{params}, #{created})
      """)
  @Options(useGeneratedKeys = true, keyProperty = "id", keyColumn = "id")
  void add(NewTask task);

  @Select(
      """
      SELECT id FROM background_tasks
      WHERE type = #{type} AND key = #{key} AND state IN ('queued', 'running')
      """)
  Optional<Long> findLive(@Param("type") String type, @Param("key") String key);

  @Select(
      """
      SELECT id, type, key, title, params, state, step, done, total, result, error, created, started,
        finished
      FROM background_tasks WHERE id = #{id}
      """)
  Optional<TaskRow> findById(long id);

  @Select(
      """
      SELECT id, type, key, title, params, state, step, done, total, result, error, created, started,
        finished
      FROM background_tasks ORDER BY id DESC LIMIT #{most}
      """)
  List<TaskRow> newest(int most);

  @Select(
      """
      SELECT id, type, key, title, params, state, step, done, total, result, error, created, started,
        finished
      FROM background_tasks WHERE state IN ('queued', 'running') ORDER BY id
      """)
  List<TaskRow> live();

  @Update(
      """
      UPDATE background_tasks SET state = 'running', started = #{now}
      WHERE id = #{id} AND state = 'queued'
      """)
  int begin(@Param("id") long id, @Param("now") Instant now);

  @Update(
      """
      UPDATE background_tasks SET step = #{step}, done = #{done}, total = #{total}
      WHERE id = #{id} AND state = 'running'
      """)
  int progress(
      @Param("id") long id,
      @Param("step") String step,
      @Param("done") long done,
      @Param("total") long total);

  @Update(
      """
      UPDATE background_tasks
      SET state = #{state}, result = #{result}, error = #{error}, finished = #{now}
      WHERE id = #{id} AND state IN ('queued', 'running')
      """)
  int end(
      @Param("id") long id,
      @Param("state") String state,
      @Param("result") String result,
      @Param("error") String error,
      @Param("now") Instant now);

  @Update(
      """
      UPDATE background_tasks SET state = 'failed', error = #{error}, finished = #{now}
      WHERE state IN ('queued', 'running')
      """)
  int endAll(@Param("error") String error, @Param("now") Instant now);

  /** Keeps the table small: what ended long ago is of no use to anyone. */
  @Update(
      """
      DELETE FROM background_tasks
      WHERE state NOT IN ('queued', 'running')
        AND id <= (SELECT MAX(id) FROM background_tasks) - #{most}
      """)
  int forgetAllBut(int most);
}
