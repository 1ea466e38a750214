package dev.peregrine.host.matching;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface CorrectionMapper {

  record Row(long id, long mail, @Nullable Long job, String sender, String name) {}

  @Select(
      """
      INSERT INTO mail_corrections (mail, job, sender, name, at)
      VALUES (#{mail}, #{job}, #{sender}, #{name}, #{at}) RETURNING id
      """)
  long add(
      @Param("mail") long mail,
      @Param("job") @Nullable Long job,
      @Param("sender") String sender,
      @Param("name") String name,
      @Param("at") long at);

  /** Those that stand, the latest first. */
  @Select(
      """
      SELECT id, mail, job, sender, name FROM mail_corrections WHERE undone IS NULL ORDER BY id DESC
      """)
  List<Row> standing();

  @Select(
      """
      SELECT id, mail, job, sender, name FROM mail_corrections
      WHERE mail = #{mail} AND undone IS NULL ORDER BY id DESC LIMIT 1
      """)
  Optional<Row> latestOf(@Param("mail") long mail);

  @Select("SELECT id, mail, job, sender, name FROM mail_corrections WHERE id = #{id}")
  Optional<Row> find(@Param("id") long id);

  @Update("UPDATE mail_corrections SET undone = #{at} WHERE id = #{id} AND undone IS NULL")
  int undo(@Param("id") long id, @Param("at") long at);

  @Update("UPDATE mail_corrections SET undone = #{at} WHERE mail = #{mail} AND undone IS NULL")
  int undoAll(@Param("mail") long mail, @Param("at") long at);
}
