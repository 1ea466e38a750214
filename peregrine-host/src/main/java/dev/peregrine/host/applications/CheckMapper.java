package dev.peregrine.host.applications;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface CheckMapper {

  @Select(
      """
      SELECT c.id, c.text, c.job IS NULL AS every_job, t.job IS NOT NULL AS done
      FROM application_checks AS c
      LEFT JOIN application_ticks AS t ON t.item = c.id AND t.job = #{job}
      WHERE (c.job IS NULL OR c.job = #{job}) AND c.removed IS NULL
      ORDER BY c.id
      """)
  List<Check> of(@Param("job") long job);

  @Insert("INSERT INTO application_checks (job, text) VALUES (#{job}, #{text})")
  void add(@Param("job") @Nullable Long job, @Param("text") String text);

  @Insert(
      """
      INSERT INTO application_ticks (job, item, at)
      SELECT #{job}, id, #{at} FROM application_checks
      WHERE id = #{item} AND (job IS NULL OR job = #{job})
      ON CONFLICT DO NOTHING
      """)
  void tick(@Param("job") long job, @Param("item") long item, @Param("at") Instant at);

  @Delete("DELETE FROM application_ticks WHERE job = #{job} AND item = #{item}")
  void untick(@Param("job") long job, @Param("item") long item);

  @Update("UPDATE application_checks SET removed = #{at} WHERE id = #{id}")
  void remove(@Param("id") long id, @Param("at") @Nullable Instant at);
}
