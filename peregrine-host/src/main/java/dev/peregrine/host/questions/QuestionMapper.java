package dev.peregrine.host.questions;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface QuestionMapper {

  record Row(
      long id,
      long job,
      String question,
      String answer,
      int version,
      @Nullable Integer most,
      @Nullable String unit,
      String suggestion,
      String suggestedBy,
      @Nullable Long task,
      long changed) {}

  @Select(
      """
      INSERT INTO application_questions (job, question, most, unit, made, changed)
      VALUES (#{job}, #{question}, #{most}, #{unit}, #{at}, #{at})
      RETURNING id
      """)
  long add(
      @Param("job") long job,
      @Param("question") String question,
      @Param("most") @Nullable Integer most,
      @Param("unit") @Nullable String unit,
      @Param("at") long at);

  @Select(
      """
      SELECT id, job, question, answer, version, most, unit, suggestion,
        suggested_by AS suggestedBy, task, changed
      FROM application_questions
      WHERE job = #{job} AND removed IS NULL
      ORDER BY id
      """)
  List<Row> ofJob(@Param("job") long job);

  @Select(
      """
      SELECT id, job, question, answer, version, most, unit, suggestion,
        suggested_by AS suggestedBy, task, changed
      FROM application_questions
      WHERE id = #{id} AND removed IS NULL
      """)
  Optional<Row> find(@Param("id") long id);

  /** The newest first. */
  @Select(
      """
      SELECT id, job, question, answer, version, most, unit, suggestion,
        suggested_by AS suggestedBy, task, changed
      FROM application_questions
      WHERE job <> #{job} AND removed IS NULL AND answer <> ''
      ORDER BY changed DESC, id DESC
      LIMIT #{limit}
      """)
  List<Row> answeredElsewhere(@Param("job") long job, @Param("limit") int limit);

  @Update(
      """
      UPDATE application_questions
      SET answer = #{answer}, version = version + 1, changed = #{at}
      WHERE id = #{id}
      """)
  void answer(@Param("id") long id, @Param("answer") String answer, @Param("at") long at);

  @Update("UPDATE application_questions SET most = #{most}, unit = #{unit} WHERE id = #{id}")
  void limit(
      @Param("id") long id,
      @Param("most") @Nullable Integer most,
      @Param("unit") @Nullable String unit);

  @Update(
      """
      UPDATE application_questions
      SET suggestion = #{suggestion}, suggested_by = #{by}
      WHERE id = #{id}
      """)
  void suggest(
      @Param("id") long id, @Param("suggestion") String suggestion, @Param("by") String by);

  @Update("UPDATE application_questions SET task = #{task} WHERE id = #{id}")
  void asked(@Param("id") long id, @Param("task") long task);

  /** Another text takes the place of the answer, which is kept beside it. */
  @Update(
      """
      UPDATE application_questions
      SET replaced = answer, answer = #{answer}, version = version + 1, changed = #{at}
      WHERE id = #{id}
      """)
  void replace(@Param("id") long id, @Param("answer") String answer, @Param("at") long at);

  /** Where the answer is still the one of that version. */
  @Update(
      """
      UPDATE application_questions
      SET answer = replaced, replaced = '', version = version + 1, changed = #{at}
      WHERE id = #{id} AND version = #{version}
      """)
  int putBack(@Param("id") long id, @Param("version") int version, @Param("at") long at);

  @Update("UPDATE application_questions SET removed = #{at} WHERE id = #{id}")
  void remove(@Param("id") long id, @Param("at") long at);

  @Update("UPDATE application_questions SET removed = NULL WHERE id = #{id}")
  int bringBack(@Param("id") long id);

  @Delete("DELETE FROM application_questions WHERE removed < #{before}")
  void forgetRemoved(@Param("before") long before);
}
