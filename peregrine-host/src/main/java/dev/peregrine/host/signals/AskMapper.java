package dev.peregrine.host.signals;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface AskMapper {

  record Row(
      long mail,
      @Nullable Long job,
      String kind,
      String who,
      String subject,
      long received,
      @Nullable Long due,
      int minutes) {}

  /** What became of it stays. */
  @Insert(
      """
      INSERT INTO mail_asks (mail, job, kind, who, subject, received, due, minutes)
      VALUES (#{mail}, #{job}, #{kind}, #{who}, #{subject}, #{received}, #{due}, #{minutes})
      ON CONFLICT (mail) DO UPDATE SET job = excluded.job, kind = excluded.kind,
        due = excluded.due, minutes = excluded.minutes
      """)
  void add(Row row);

  @Delete("DELETE FROM mail_asks WHERE mail = #{mail}")
  void remove(@Param("mail") long mail);

  @Select(
      """
      SELECT mail, job, kind, who, subject, received, due, minutes FROM mail_asks
      WHERE over = 0 AND received >= #{since} AND (due IS NULL OR due >= #{dueSince})
      ORDER BY due IS NULL, due, received LIMIT #{most}
      """)
  List<Row> open(
      @Param("since") long since, @Param("dueSince") long dueSince, @Param("most") int most);

  @Update(
      """
      UPDATE mail_asks SET over = #{over} WHERE mail IN (SELECT value FROM json_each(#{mails}))
      """)
  void over(@Param("mails") String mails, @Param("over") boolean over);

  /** Those that an answer was sent to. */
  @Update(
      """
      UPDATE mail_asks SET over = 1
      WHERE kind = 'reply' AND received <= #{answered}
        AND mail IN (SELECT value FROM json_each(#{mails}))
      """)
  void answered(@Param("mails") String mails, @Param("answered") long answered);
}
