package dev.peregrine.host.letters;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface LetterMapper {

  record Row(
      long job,
      int number,
      Instant at,
      Instant begun,
      String origin,
      String text,
      String language,
      String tone,
      String length,
      @Nullable Long resume,
      @Nullable Integer resumeVersion,
      String backend,
      String model,
      String feedback,
      boolean inUse) {}

  String COLUMNS =
      " job, number, at, begun, origin, text, language, tone, length, resume, resume_version, backend, model, feedback, in_use ";

  @Select("SELECT" + COLUMNS + "FROM letters WHERE job = #{job} AND in_use = 1")
  Optional<Row> inUse(@Param("job") long job);

  @Select("SELECT" + COLUMNS + "FROM letters WHERE job = #{job} ORDER BY number DESC")
  List<Row> all(@Param("job") long job);

  @Select("SELECT" + COLUMNS + "FROM letters WHERE job = #{job} AND number = #{number}")
  Optional<Row> version(@Param("job") long job, @Param("number") int number);

  @Select("SELECT COALESCE(MAX(number), 0) FROM letters WHERE job = #{job}")
  int newestNumber(@Param("job") long job);

  @Select("SELECT job FROM letters WHERE in_use = 1 AND TRIM(text) <> ''")
  List<Long> jobs();

  @Update("UPDATE letters SET in_use = 0 WHERE job = #{job} AND in_use = 1")
  void useNone(@Param("job") long job);

  @Update("UPDATE letters SET in_use = 1 WHERE job = #{job} AND number = #{number}")
  int use(@Param("job") long job, @Param("number") int number);

  @Insert(
      """
      INSERT INTO letters (job, number, at, begun, origin, text, language, tone, length, resume,
        resume_version, backend, model, feedback, in_use)
      VALUES (#{job}, #{number}, #{at}, #{begun}, #{origin}, #{text}, #{language}, #{tone},
        #{length}, #{resume}, #{resumeVersion}, #{backend}, #{model}, #{feedback}, #{inUse})
      """)
  void add(Row row);

  @Delete("DELETE FROM letters WHERE job = #{job} AND number = #{number}")
  void forget(@Param("job") long job, @Param("number") int number);

  @Delete(
      """
      DELETE FROM letters WHERE job = #{job} AND in_use = 0 AND number NOT IN
        (SELECT number FROM letters WHERE job = #{job} ORDER BY number DESC LIMIT #{kept})
      """)
  void forgetOldest(@Param("job") long job, @Param("kept") int kept);
}
