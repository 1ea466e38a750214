package dev.peregrine.host.tailoring;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

interface ChangeMapper {

  /** Lists are JSON arrays of texts. */
  record Row(
      long id,
      long job,
      long resume,
      String kind,
      String place,
      String before,
      String after,
      String reason,
      String origin,
      String state,
      Instant at) {}

  @Select("SELECT resume FROM tailorings WHERE job = #{job}")
  Optional<Long> lane(@Param("job") long job);

  record LaneRow(long job, long resume) {}

  @Select("SELECT job, resume FROM tailorings")
  List<LaneRow> lanes();

  @Insert(
      """
      INSERT INTO tailorings (job, resume) VALUES (#{job}, #{resume})
      ON CONFLICT (job) DO UPDATE SET resume = excluded.resume
      """)
  void choose(@Param("job") long job, @Param("resume") long resume);

  @Delete("DELETE FROM tailorings WHERE job = #{job}")
  void useBest(@Param("job") long job);

  @Select(
      """
      SELECT id, job, resume, kind, place, before, after, reason, origin, state, at
      FROM resume_changes
      WHERE job = #{job} AND resume = #{resume}
      ORDER BY id
      """)
  List<Row> of(@Param("job") long job, @Param("resume") long resume);

  @Select(
      """
      SELECT id, job, resume, kind, place, before, after, reason, origin, state, at
      FROM resume_changes
      WHERE id = #{id}
      """)
  Optional<Row> find(@Param("id") long id);

  @Select("SELECT DISTINCT state FROM resume_changes WHERE job = #{job}")
  List<String> states(@Param("job") long job);

  @Select(
      """
      INSERT INTO resume_changes (job, resume, kind, place, before, after, reason, origin, state, at)
      VALUES (#{job}, #{resume}, #{kind}, #{place}, #{before}, #{after}, #{reason}, #{origin},
        #{state}, #{at})
      RETURNING id
      """)
  long add(Row row);

  @Update(
      """
      UPDATE resume_changes SET after = #{after}, origin = 'person', at = #{at}
      WHERE id = #{id}
      """)
  void reword(@Param("id") long id, @Param("after") String after, @Param("at") Instant at);

  @Update(
      """
      <script>
      UPDATE resume_changes SET state = #{state}
      WHERE job = #{job} AND id IN
        <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
      </script>
      """)
  int decide(
      @Param("job") long job, @Param("ids") Collection<Long> ids, @Param("state") String state);

  @Delete("DELETE FROM resume_changes WHERE id = #{id}")
  void remove(@Param("id") long id);
}
