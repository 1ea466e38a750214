package dev.peregrine.host.surveys;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface SurveyMapper {

  String COLUMNS =
      "id, job, company, name, mode, source, input, reported_score AS reportedScore, version, task,"
          + " made";

  record Row(
      long id,
      long job,
      String company,
      String name,
      String mode,
      String source,
      String input,
      String reportedScore,
      int version,
      @Nullable Long task,
      long made) {}

  record PictureRow(long survey, int place, String sha256, int width, int height) {}

  @Select(
      """
      INSERT INTO survey_responses (job, company, name, mode, source, input, made, changed)
      VALUES (#{job}, #{company}, #{name}, 'quick', #{source}, #{input}, #{at}, #{at})
      RETURNING id
      """)
  @Options(flushCache = Options.FlushCachePolicy.TRUE)
  long add(
      @Param("job") long job,
      @Param("company") String company,
      @Param("name") String name,
      @Param("source") String source,
      @Param("input") String input,
      @Param("at") long at);

  @Select("SELECT " + COLUMNS + " FROM survey_responses WHERE id = #{id} AND removed IS NULL")
  Optional<Row> find(@Param("id") long id);

  /** The newest first. */
  @Select(
      "SELECT "
          + COLUMNS
          + " FROM survey_responses WHERE job = #{job} AND removed IS NULL ORDER BY id DESC")
  List<Row> ofJob(@Param("job") long job);

  record Counted(long job, int number) {}

  @Select(
      """
      SELECT job, COUNT(*) AS number FROM survey_responses
      WHERE removed IS NULL AND job IN (SELECT value FROM json_each(#{jobs}))
      GROUP BY job
      """)
  List<Counted> count(@Param("jobs") String jobs);

  @Update(
      """
      UPDATE survey_responses
      SET name = #{name}, reported_score = #{score}, version = version + 1, changed = #{at}
      WHERE id = #{id} AND version = #{seen}
      """)
  int describe(
      @Param("id") long id,
      @Param("seen") int seen,
      @Param("name") String name,
      @Param("score") String score,
      @Param("at") long at);

  @Update(
      """
      UPDATE survey_responses SET input = #{input}, version = version + 1, changed = #{at}
      WHERE id = #{id} AND version = #{seen}
      """)
  int read(
      @Param("id") long id,
      @Param("seen") int seen,
      @Param("input") String input,
      @Param("at") long at);

  @Update("UPDATE survey_responses SET mode = #{mode} WHERE id = #{id}")
  void mode(@Param("id") long id, @Param("mode") String mode);

  @Update("UPDATE survey_responses SET task = #{task} WHERE id = #{id}")
  void task(@Param("id") long id, @Param("task") long task);

  @Update("UPDATE survey_responses SET removed = #{at} WHERE id = #{id} AND removed IS NULL")
  int remove(@Param("id") long id, @Param("at") long at);

  @Update("UPDATE survey_responses SET removed = NULL WHERE id = #{id}")
  int bringBack(@Param("id") long id);

  @Delete("DELETE FROM survey_responses WHERE removed < #{before}")
  int forgetRemoved(@Param("before") long before);

  @Insert(
      """
      INSERT INTO survey_pictures (survey, place, sha256, width, height)
      VALUES (#{row.survey}, #{row.place}, #{row.sha256}, #{row.width}, #{row.height})
      """)
  void addPicture(@Param("row") PictureRow row);

  @Select(
      """
      SELECT survey, place, sha256, width, height FROM survey_pictures
      WHERE survey IN (SELECT value FROM json_each(#{surveys})) ORDER BY survey, place
      """)
  List<PictureRow> pictures(@Param("surveys") String surveys);

  @Delete("DELETE FROM survey_pictures WHERE survey = #{survey}")
  void forgetPictures(@Param("survey") long survey);

  @Select("SELECT DISTINCT sha256 FROM survey_pictures")
  Collection<String> neededPictures();
}
