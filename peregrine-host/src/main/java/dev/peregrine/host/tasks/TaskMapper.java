package dev.peregrine.host.tasks;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes tasks. Every change of state names the state before it, so that none is lost.
 */
interface TaskMapper {

  record TaskData(
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
      long created,
      @Nullable Long started,
      @Nullable Long finished) {}

  String COLUMNS =
      " id, type, key, title, params, state, step, done, total, result, error, created, started, finished ";

  @Select(
      """
      SELECT id FROM background_tasks
      WHERE type = #{type} AND key = #{key} AND state IN ('queued', 'running')
      """)
  Optional<Long> live(@Param("type") String type, @Param("key") String key);

  @Select(
      """
      INSERT INTO background_tasks (type, key, title, params, created)
      VALUES (#{type}, #{key}, #{title}, #{params}, #{at}) RETURNING id
      """)
  @Options(flushCache = Options.FlushCachePolicy.TRUE)
  long add(
      @Param("type") String type,
      @Param("key") String key,
      @Param("title") String title,
      @Param("params") String params,
      @Param("at") long at);

  /** A task that could not even begin. */
  @Select(
      """
      INSERT INTO background_tasks (type, key, title, params, state, error, created, finished)
      VALUES (#{type}, #{key}, #{title}, #{params}, 'failed', #{error}, #{at}, #{at}) RETURNING id
      """)
  @Options(flushCache = Options.FlushCachePolicy.TRUE)
  long addFailed(
      @Param("type") String type,
      @Param("key") String key,
      @Param("title") String title,
      @Param("params") String params,
      @Param("error") String error,
      @Param("at") long at);

  @Update(
      "UPDATE background_tasks SET state = 'running', started = #{at} WHERE id = #{id} AND state = 'queued'")
  int start(@Param("id") long id, @Param("at") long at);

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
      UPDATE background_tasks SET state = #{state}, result = #{result}, error = #{error},
        finished = #{at}
      WHERE id = #{id} AND state = 'running'
      """)
  int finish(
      @Param("id") long id,
      @Param("state") String state,
      @Param("result") String result,
      @Param("error") String error,
      @Param("at") long at);

  @Update(
      """
      UPDATE background_tasks SET state = 'cancelled', error = #{error}, finished = #{at}
      WHERE id = #{id} AND state IN ('queued', 'running')
      """)
  int cancel(@Param("id") long id, @Param("error") String error, @Param("at") long at);

  @Update(
      """
      UPDATE background_tasks SET state = 'failed', error = #{error}, finished = #{at}
      WHERE id = #{id} AND state IN ('queued', 'running')
      """)
  int fail(@Param("id") long id, @Param("error") String error, @Param("at") long at);

  @Select("SELECT" + COLUMNS + "FROM background_tasks WHERE id = #{id}")
  Optional<TaskData> find(@Param("id") long id);

  @Select(
      "SELECT" + COLUMNS + "FROM background_tasks WHERE state IN ('queued', 'running') ORDER BY id")
  List<TaskData> active();

  @Select("SELECT" + COLUMNS + "FROM background_tasks ORDER BY id DESC LIMIT #{n}")
  List<TaskData> recent(@Param("n") int n);

  @Select("SELECT" + COLUMNS + "FROM background_tasks WHERE id < #{id} ORDER BY id DESC LIMIT #{n}")
  List<TaskData> before(@Param("id") long id, @Param("n") int n);
}
