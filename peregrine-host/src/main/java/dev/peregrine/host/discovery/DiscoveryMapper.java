package dev.peregrine.host.discovery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Options.FlushCachePolicy;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Runs, their boards, and how boards do. */
interface DiscoveryMapper {

  record RunRow(
      long id, @Nullable Long task, String label, Instant started, @Nullable Instant finished) {}

  record BoardRow(
      String board,
      String state,
      int found,
      int kept,
      int hidden,
      String hiddenBy,
      String sentence,
      @Nullable Integer done,
      @Nullable Integer total,
      Instant updated) {}

  record HealthRow(
      String board,
      String state,
      @Nullable Instant restsUntil,
      String sentence,
      String basis,
      int failures,
      Instant at) {}

  /** Answers the id. */
  @Select(
      value =
          """
          INSERT INTO discovery_runs (task, label, profiles, started)
          VALUES (#{task}, #{label}, #{profiles}, #{started})
          RETURNING id
          """,
      affectData = true)
  @Options(flushCache = FlushCachePolicy.TRUE)
  long addRun(
      @Param("task") @Nullable Long task,
      @Param("label") String label,
      @Param("profiles") String profiles,
      @Param("started") Instant started);

  @Update("UPDATE discovery_runs SET finished = #{at} WHERE id = #{run} AND finished IS NULL")
  void finishRun(@Param("run") long run, @Param("at") Instant at);

  @Select("SELECT id, task, label, started, finished FROM discovery_runs ORDER BY id DESC LIMIT 1")
  Optional<RunRow> latest();

  @Select(
      """
      SELECT id, task, label, started, finished FROM discovery_runs
      WHERE task = #{task} ORDER BY id DESC LIMIT 1
      """)
  Optional<RunRow> byTask(long task);

  @Select("SELECT id, task, label, started, finished FROM discovery_runs WHERE finished IS NULL")
  List<RunRow> unfinished();

  @Insert(
      """
      INSERT INTO run_boards
        (run, board, state, found, kept, hidden, hidden_by, sentence, done, total, updated)
      VALUES (#{run}, #{row.board}, #{row.state}, #{row.found}, #{row.kept}, #{row.hidden},
        #{row.hiddenBy}, #{row.sentence}, #{row.done}, #{row.total}, #{row.updated})
      ON CONFLICT (run, board) DO UPDATE SET
        state = excluded.state, found = excluded.found, kept = excluded.kept,
        hidden = excluded.hidden, hidden_by = excluded.hidden_by, sentence = excluded.sentence,
        done = excluded.done, total = excluded.total, updated = excluded.updated
      """)
  void saveBoard(@Param("run") long run, @Param("row") BoardRow row);

  @Select(
      """
      SELECT board, state, found, kept, hidden, hidden_by, sentence, done, total, updated
      FROM run_boards WHERE run = #{run} ORDER BY board
      """)
  List<BoardRow> boards(long run);

  @Update(
      """
      UPDATE run_boards SET state = 'stopped', sentence = #{sentence}, updated = #{at}
      WHERE run = #{run} AND state IN ('waiting', 'reading')
      """)
  void stopBoards(
      @Param("run") long run, @Param("sentence") String sentence, @Param("at") Instant at);

  @Select(
      """
      SELECT board, state, rests_until, sentence, basis, failures, at FROM board_health
      WHERE board = #{board}
      """)
  Optional<HealthRow> health(String board);

  @Select("SELECT board, state, rests_until, sentence, basis, failures, at FROM board_health")
  List<HealthRow> allHealth();

  @Insert(
      """
      INSERT INTO board_health (board, state, rests_until, sentence, basis, failures, at)
      VALUES (#{board}, #{state}, #{restsUntil}, #{sentence}, #{basis}, #{failures}, #{at})
      ON CONFLICT (board) DO UPDATE SET
        state = excluded.state, rests_until = excluded.rests_until,
        sentence = excluded.sentence, basis = excluded.basis, failures = excluded.failures,
        at = excluded.at
      """)
  void saveHealth(HealthRow row);
}
