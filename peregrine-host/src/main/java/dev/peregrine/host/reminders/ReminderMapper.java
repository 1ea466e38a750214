package dev.peregrine.host.reminders;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface ReminderMapper {

  record Row(long id, @Nullable Long job, String text, long day, int minutes, int version) {}

  record StateRow(String key, @Nullable Long until, String title, long at) {}

  @Select(
      """
      INSERT INTO reminders (job, text, day, minutes, changed)
      VALUES (#{job}, #{text}, #{day}, #{minutes}, #{now})
      RETURNING id
      """)
  long add(
      @Param("job") @Nullable Long job,
      @Param("text") String text,
      @Param("day") long day,
      @Param("minutes") int minutes,
      @Param("now") long now);

  @Select(
      """
      SELECT id, job, text, day, minutes, version FROM reminders
      WHERE id = #{id} AND removed IS NULL
      """)
  Optional<Row> find(@Param("id") long id);

  /** Those that are not done, the first first. */
  @Select(
      """
      SELECT r.id, r.job, r.text, r.day, r.minutes, r.version
      FROM reminders AS r LEFT JOIN reminder_states AS s ON s.key = 'own:' || r.id
      WHERE r.removed IS NULL AND r.day <= #{until} AND (s.key IS NULL OR s.until IS NOT NULL)
      ORDER BY r.day, r.id LIMIT #{limit}
      """)
  List<Row> open(@Param("until") long until, @Param("limit") int limit);

  @Update(
      """
      UPDATE reminders SET text = #{text}, day = #{day}, minutes = #{minutes},
        version = version + 1, changed = #{now}
      WHERE id = #{id} AND version = #{seen} AND removed IS NULL
      """)
  int save(
      @Param("id") long id,
      @Param("seen") int seen,
      @Param("text") String text,
      @Param("day") long day,
      @Param("minutes") int minutes,
      @Param("now") long now);

  @Update("UPDATE reminders SET removed = #{now} WHERE id = #{id}")
  void remove(@Param("id") long id, @Param("now") long now);

  @Update("UPDATE reminders SET removed = NULL WHERE id = #{id}")
  int bringBack(@Param("id") long id);

  @Delete("DELETE FROM reminders WHERE removed < #{before}")
  void forgetRemoved(@Param("before") long before);

  @Insert(
      """
      INSERT INTO reminder_states (key, until, title, at) VALUES (#{key}, #{until}, #{title}, #{now})
      ON CONFLICT (key) DO UPDATE SET until = excluded.until, title = excluded.title, at = excluded.at
      """)
  void settle(
      @Param("key") String key,
      @Param("until") @Nullable Long until,
      @Param("title") String title,
      @Param("now") long now);

  @Delete("DELETE FROM reminder_states WHERE key = #{key}")
  int unsettle(@Param("key") String key);

  /** Of those keys, what is done or comes back later. */
  @Select(
      """
      SELECT key, until, title, at FROM reminder_states
      WHERE key IN (SELECT value FROM json_each(#{keys})) AND (until IS NULL OR until > #{now})
      """)
  List<StateRow> settled(@Param("keys") String keys, @Param("now") long now);

  /** The latest first. */
  @Select(
      """
      SELECT key, until, title, at FROM reminder_states
      WHERE at >= #{from} AND until IS NULL ORDER BY at DESC LIMIT #{limit}
      """)
  List<StateRow> doneSince(@Param("from") long from, @Param("limit") int limit);

  /** What comes back, the first first. */
  @Select(
      """
      SELECT key, until, title, at FROM reminder_states
      WHERE until > #{now} ORDER BY until LIMIT #{limit}
      """)
  List<StateRow> asleep(@Param("now") long now, @Param("limit") int limit);

  @Delete("DELETE FROM reminder_states WHERE at < #{before} AND key NOT LIKE 'own:%'")
  void forgetStates(@Param("before") long before);
}
