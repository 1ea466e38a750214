package dev.peregrine.host.contacts;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface LogMapper {

  record Row(
      long id,
      long job,
      @Nullable Long contact,
      String direction,
      String channel,
      long at,
      String who,
      String subject,
      String text,
      String origin,
      int version) {}

  record LastRow(long job, long id, long at, String direction, String channel, String who) {}

  record TouchRow(long job, long at, String direction, String who, String origin) {}

  /** What is written: a row without what the table finds itself. */
  record Written(
      @Nullable Long contact,
      String direction,
      String channel,
      long at,
      String who,
      String subject,
      String text,
      String origin) {}

  @Select(
      """
      INSERT INTO contact_log (job, contact, direction, channel, at, who, subject, text, origin,
        changed)
      VALUES (#{job}, #{w.contact}, #{w.direction}, #{w.channel}, #{w.at}, #{w.who}, #{w.subject},
        #{w.text}, #{w.origin}, #{now})
      RETURNING id
      """)
  long add(@Param("job") long job, @Param("w") Written written, @Param("now") long now);

  @Select(
      """
      SELECT id, job, contact, direction, channel, at, who, subject, text, origin, version
      FROM contact_log
      WHERE job IN (SELECT value FROM json_each(#{jobs})) AND removed IS NULL
      ORDER BY at DESC, id DESC LIMIT #{limit}
      """)
  List<Row> ofJobs(@Param("jobs") String jobs, @Param("limit") int limit);

  @Select(
      """
      SELECT id, job, contact, direction, channel, at, who, subject, text, origin, version
      FROM contact_log WHERE id = #{id} AND removed IS NULL
      """)
  Optional<Row> find(@Param("id") long id);

  /** The other columns are those of the row that has the latest time. */
  @Select(
      """
      SELECT job, id, MAX(at) AS at, direction, channel, who FROM contact_log
      WHERE job IN (SELECT value FROM json_each(#{jobs})) AND removed IS NULL
      GROUP BY job
      """)
  List<LastRow> last(@Param("jobs") String jobs);

  /** Without texts, in the order in which it happened. */
  @Select(
      """
      SELECT job, at, direction, who, origin FROM contact_log
      WHERE job IN (SELECT value FROM json_each(#{jobs})) AND removed IS NULL
      ORDER BY at, id
      """)
  List<TouchRow> touches(@Param("jobs") String jobs);

  @Update(
      """
      UPDATE contact_log SET contact = #{w.contact}, direction = #{w.direction},
        channel = #{w.channel}, at = #{w.at}, who = #{w.who}, subject = #{w.subject},
        text = #{w.text}, version = version + 1, changed = #{now}
      WHERE id = #{id}
      """)
  void save(@Param("id") long id, @Param("w") Written written, @Param("now") long now);

  @Update("UPDATE contact_log SET removed = #{at} WHERE id = #{id}")
  void remove(@Param("id") long id, @Param("at") long at);

  @Update("UPDATE contact_log SET removed = NULL WHERE id = #{id}")
  int bringBack(@Param("id") long id);

  /** That a mail was taken out must be known as long as it is kept, so that it stays out. */
  @Update(
      """
      UPDATE contact_log SET who = '', subject = '', text = ''
      WHERE removed < #{before} AND mail IS NOT NULL AND text <> ''
      """)
  void emptyRemoved(@Param("before") long before);

  @Delete("DELETE FROM contact_log WHERE removed < #{before} AND mail IS NULL")
  void forgetRemoved(@Param("before") long before);
}
