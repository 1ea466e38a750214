package dev.peregrine.host.notices;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface NoticeMapper {

  record Row(long id, String target, String notice, long after, int tries) {}

  record TroubleRow(
      String target, long since, int failures, @Nullable Long until, String problem) {}

  record ToldRow(String target, String notice, long ended, String outcome, String problem) {}

  record SinceRow(long notices, @Nullable Long last) {}

  record CountRow(String target, long notices) {}

  @Insert(
      """
      INSERT INTO notices (target, notice, made, after)
      VALUES (#{target}, #{notice}, #{made}, #{after})
      """)
  void put(
      @Param("target") String target,
      @Param("notice") String notice,
      @Param("made") long made,
      @Param("after") long after);

  /** Targets that have something to be told now and are not left alone. */
  @Select(
      """
      SELECT DISTINCT n.target FROM notices AS n
      LEFT JOIN notice_targets AS t ON t.target = n.target
      WHERE n.outcome = 'waiting' AND n.after <= #{now} AND (t.target IS NULL OR t.until <= #{now})
      ORDER BY n.target
      """)
  List<String> due(@Param("now") long now);

  @Select(
      """
      SELECT id, target, notice, after, tries FROM notices
      WHERE target = #{target} AND outcome = 'waiting' AND after <= #{now}
      ORDER BY id LIMIT 1
      """)
  Optional<Row> first(@Param("target") String target, @Param("now") long now);

  @Update(
      """
      UPDATE notices SET outcome = #{outcome}, ended = #{now}, problem = #{problem}
      WHERE id = #{id} AND outcome = 'waiting'
      """)
  int end(
      @Param("id") long id,
      @Param("outcome") String outcome,
      @Param("problem") String problem,
      @Param("now") long now);

  @Select(
      """
      SELECT id, target, notice, after, tries FROM notices
      WHERE target = #{target} AND outcome = 'waiting' AND after <= #{now}
      ORDER BY id LIMIT #{limit}
      """)
  List<Row> firstOnes(
      @Param("target") String target, @Param("now") long now, @Param("limit") int limit);

  @Update(
      """
      UPDATE notices SET outcome = 'given_up', ended = #{now}, problem = #{problem}
      WHERE target = #{target} AND outcome = 'waiting' AND made < #{before}
      """)
  int giveUp(
      @Param("target") String target,
      @Param("before") long before,
      @Param("problem") String problem,
      @Param("now") long now);

  @Update(
      """
      UPDATE notices SET outcome = 'sent', ended = #{now}
      WHERE id = #{id} AND target = #{target} AND outcome = 'waiting'
      """)
  int shown(@Param("id") long id, @Param("target") String target, @Param("now") long now);

  @Update("UPDATE notices SET tries = tries + 1, problem = #{problem} WHERE id = #{id}")
  void tried(@Param("id") long id, @Param("problem") String problem);

  @Select(
      """
      SELECT target, failing_since AS since, failures, until, problem FROM notice_targets
      WHERE target = #{target}
      """)
  Optional<TroubleRow> trouble(@Param("target") String target);

  @Select(
      "SELECT target, failing_since AS since, failures, until, problem FROM notice_targets ORDER BY target")
  List<TroubleRow> troubles();

  @Insert(
      """
      INSERT INTO notice_targets (target, failing_since, failures, until, problem)
      VALUES (#{target}, #{now}, 1, #{until}, #{problem})
      ON CONFLICT (target) DO UPDATE SET
        failures = failures + 1, until = excluded.until, problem = excluded.problem
      """)
  void failed(
      @Param("target") String target,
      @Param("now") long now,
      @Param("until") @Nullable Long until,
      @Param("problem") String problem);

  @Delete("DELETE FROM notice_targets WHERE target = #{target}")
  int works(@Param("target") String target);

  @Select(
      """
      SELECT target, COUNT(*) AS notices FROM notices WHERE outcome = 'waiting'
      GROUP BY target ORDER BY target
      """)
  List<CountRow> waiting();

  @Update(
      """
      UPDATE notices SET outcome = 'dropped', ended = #{now}
      WHERE target = #{target} AND outcome = 'waiting'
      """)
  int drop(@Param("target") String target, @Param("now") long now);

  @Update(
      """
      UPDATE notices SET outcome = 'waiting', ended = NULL
      WHERE target = #{target} AND outcome = 'dropped' AND ended > #{since}
      """)
  int bringBack(@Param("target") String target, @Param("since") long since);

  @Select(
      """
      SELECT target, notice, ended, outcome, problem FROM notices WHERE ended IS NOT NULL
      ORDER BY ended DESC, id DESC LIMIT #{limit}
      """)
  List<ToldRow> told(@Param("limit") int limit);

  @Select(
      """
      SELECT COUNT(*) AS notices, MAX(ended) AS last FROM notices
      WHERE target = #{target} AND outcome = 'sent' AND ended > #{since}
      """)
  SinceRow since(@Param("target") String target, @Param("since") long since);

  @Delete("DELETE FROM notices WHERE ended < #{before}")
  int forget(@Param("before") long before);
}
