package dev.peregrine.host.tracking;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** What is known of rows elsewhere. */
interface RowMapper {

  record RowData(
      long job,
      @Nullable String remoteId,
      @Nullable String link,
      String state,
      String cells,
      @Nullable Long written,
      String problem,
      @Nullable String refused) {}

  record CountData(String state, long rows, long failed) {}

  record OwnData(long job, String columnId, String here, String base, @Nullable String there) {}

  @Select(
      """
      SELECT job, remote_id, link, state, cells, written, problem, refused FROM tracker_rows
      WHERE integration = #{key} AND target = #{target} AND (#{job} IS NULL OR job = #{job})
      ORDER BY job
      """)
  List<RowData> rows(
      @Param("key") String key, @Param("target") String target, @Param("job") @Nullable Long job);

  @Select(
      """
      SELECT state, COUNT(*) AS rows, SUM(problem <> '') AS failed FROM tracker_rows
      WHERE integration = #{key} AND target = #{target} GROUP BY state
      """)
  List<CountData> counts(@Param("key") String key, @Param("target") String target);

  @Insert(
      """
      INSERT INTO tracker_rows (integration, target, job, remote_id, link, state, cells, written)
      VALUES (#{key}, #{target}, #{job}, #{remoteId}, #{link}, 'there', #{cells}, #{now})
      ON CONFLICT (integration, target, job) DO UPDATE SET
        remote_id = COALESCE(excluded.remote_id, remote_id), link = COALESCE(excluded.link, link),
        state = 'there', cells = excluded.cells, written = excluded.written, problem = '',
        refused = NULL
      """)
  void written(
      @Param("key") String key,
      @Param("target") String target,
      @Param("job") long job,
      @Param("remoteId") @Nullable String remoteId,
      @Param("link") @Nullable String link,
      @Param("cells") String cells,
      @Param("now") long now);

  @Insert(
      """
      INSERT INTO tracker_rows (integration, target, job, state, problem, refused)
      VALUES (#{key}, #{target}, #{job}, 'new', #{problem}, #{refused})
      ON CONFLICT (integration, target, job) DO UPDATE SET problem = excluded.problem,
        refused = excluded.refused
      """)
  void failed(
      @Param("key") String key,
      @Param("target") String target,
      @Param("job") long job,
      @Param("problem") String problem,
      @Param("refused") @Nullable String refused);

  @Update(
      """
      UPDATE tracker_rows SET state = #{state}, problem = '', refused = NULL, cells = '{}',
        written = #{now}
      WHERE integration = #{key} AND target = #{target} AND job = #{job}
      """)
  int became(
      @Param("key") String key,
      @Param("target") String target,
      @Param("job") long job,
      @Param("state") String state,
      @Param("now") long now);

  @Update(
      """
      UPDATE tracker_rows SET problem = '', refused = NULL
      WHERE integration = #{key} AND target = #{target} AND problem <> ''
      """)
  int tryRefused(@Param("key") String key, @Param("target") String target);

  @Select(
      """
      SELECT job, column_id, here, base, there FROM tracker_own
      WHERE integration = #{key} AND target = #{target} AND (#{job} IS NULL OR job = #{job})
      ORDER BY job, column_id
      """)
  List<OwnData> own(
      @Param("key") String key, @Param("target") String target, @Param("job") @Nullable Long job);

  @Insert(
      """
      INSERT INTO tracker_own (integration, target, job, column_id, here, base, there)
      VALUES (#{key}, #{target}, #{job}, #{column}, #{here}, #{base}, #{there})
      ON CONFLICT (integration, target, job, column_id) DO UPDATE SET here = excluded.here,
        base = excluded.base, there = excluded.there
      """)
  void keepOwn(
      @Param("key") String key,
      @Param("target") String target,
      @Param("job") long job,
      @Param("column") String column,
      @Param("here") String here,
      @Param("base") String base,
      @Param("there") @Nullable String there);
}
