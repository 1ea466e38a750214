package dev.peregrine.host.discovery;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** What readings of boards brought. */
interface BoardReadMapper {

  record ReadRow(
      String board,
      Instant at,
      String state,
      String breadth,
      int found,
      int kept,
      int skipped,
      int missed,
      int company,
      int place,
      int posted,
      int salary,
      int description,
      int employmentType,
      long millis,
      String sentence,
      String changed) {}

  record LastNew(String board, Instant at) {}

  @Insert(
      """
      INSERT INTO board_reads (board, at, state, breadth, found, kept, skipped, missed, company,
        place, posted, salary, description, employment_type, millis, sentence, changed)
      VALUES (#{board}, #{at}, #{state}, #{breadth}, #{found}, #{kept}, #{skipped}, #{missed},
        #{company}, #{place}, #{posted}, #{salary}, #{description}, #{employmentType}, #{millis},
        #{sentence}, #{changed})
      """)
  void add(ReadRow row);

  @Delete(
      """
      DELETE FROM board_reads WHERE board = #{board} AND id <= (
        SELECT id FROM board_reads WHERE board = #{board} ORDER BY id DESC LIMIT 1 OFFSET #{most})
      """)
  void keepLatest(@Param("board") String board, @Param("most") int most);

  @Select(
      """
      SELECT board, at, state, breadth, found, kept, skipped, missed, company, place, posted, salary,
        description, employment_type, millis, sentence, changed
      FROM board_reads
      WHERE board = #{board} AND breadth = #{breadth} AND state = 'done' AND missed = 0
        AND changed = '' AND at >= #{since}
      ORDER BY id DESC LIMIT #{most}
      """)
  List<ReadRow> right(
      @Param("board") String board,
      @Param("breadth") String breadth,
      @Param("since") Instant since,
      @Param("most") int most);

  /** The latest of every board, the oldest first. */
  @Select(
      """
      SELECT board, at, state, breadth, found, kept, skipped, missed, company, place, posted, salary,
        description, employment_type, millis, sentence, changed
      FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY board ORDER BY id DESC) AS back
        FROM board_reads)
      WHERE back <= #{most} ORDER BY board, id
      """)
  List<ReadRow> latest(int most);

  @Select("SELECT board, MAX(at) AS at FROM board_reads WHERE kept > 0 GROUP BY board")
  List<LastNew> lastNew();

  /** How many boards fell behind their own past, or answer in a shape that nobody knows. */
  @Select(
      """
      SELECT COUNT(*) FROM (
        SELECT state, changed, ROW_NUMBER() OVER (PARTITION BY board ORDER BY id DESC) AS back
        FROM board_reads)
      WHERE back = 1 AND (state = 'broken' OR changed <> '')
      """)
  long changed();

  @Update("UPDATE board_reads SET changed = '' WHERE board = #{board} AND changed <> ''")
  int accept(String board);
}
