package dev.peregrine.host.notices;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** What was told of, and what waits to be. */
interface TellingMapper {

  record KnownRow(String key, long seen) {}

  record HeldRow(long id, String targets, String happening, long release, boolean flooded) {}

  @Select("SELECT key, seen FROM notice_known WHERE event = #{event}")
  List<KnownRow> known(@Param("event") String event);

  @Insert(
      """
      INSERT INTO notice_known (event, key, seen)
      SELECT #{event}, value, #{now} FROM json_each(#{keys}) WHERE true
      ON CONFLICT (event, key) DO UPDATE SET seen = excluded.seen
      """)
  void know(@Param("event") String event, @Param("keys") String keys, @Param("now") long now);

  @Delete("DELETE FROM notice_known WHERE event = #{event} AND seen < #{before}")
  int forgetKnown(@Param("event") String event, @Param("before") long before);

  @Delete("DELETE FROM notice_known WHERE event = #{event}")
  int forgetAll(@Param("event") String event);

  @Select("SELECT since FROM notice_events WHERE event = #{event}")
  Optional<Long> since(@Param("event") String event);

  @Insert("INSERT INTO notice_events (event, since) VALUES (#{event}, #{now})")
  void begin(@Param("event") String event, @Param("now") long now);

  @Delete("DELETE FROM notice_events WHERE event = #{event}")
  int end(@Param("event") String event);

  @Insert(
      """
      INSERT INTO notice_held (targets, happening, release)
      VALUES (#{targets}, #{happening}, #{release})
      """)
  void hold(
      @Param("targets") String targets,
      @Param("happening") String happening,
      @Param("release") long release);

  @Select(
      """
      SELECT id, targets, happening, release, flooded FROM notice_held WHERE release <= #{now}
      ORDER BY id LIMIT #{limit}
      """)
  List<HeldRow> released(@Param("now") long now, @Param("limit") int limit);

  @Select(
      """
      SELECT id, targets, happening, release, flooded FROM notice_held
      ORDER BY release, id LIMIT #{limit}
      """)
  List<HeldRow> held(@Param("limit") int limit);

  @Update(
      """
      UPDATE notice_held SET release = #{release}, flooded = 1
      WHERE id IN (SELECT value FROM json_each(#{ids}))
      """)
  void postpone(@Param("ids") String ids, @Param("release") long release);

  @Delete("DELETE FROM notice_held WHERE id IN (SELECT value FROM json_each(#{ids}))")
  void drop(@Param("ids") String ids);

  /** When the notices were made that some targets were given of late, the oldest first. */
  @Select(
      """
      SELECT DISTINCT made FROM notices
      WHERE made > #{since} AND target IN (SELECT value FROM json_each(#{targets}))
      ORDER BY made
      """)
  List<Long> madeSince(@Param("since") long since, @Param("targets") String targets);
}
