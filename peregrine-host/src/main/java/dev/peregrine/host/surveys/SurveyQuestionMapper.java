package dev.peregrine.host.surveys;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface SurveyQuestionMapper {

  String COLUMNS =
      "q.id, q.survey, q.place, q.question, q.kind, q.options, q.answer, q.version, q.weighing,"
          + " q.weighed, q.changed";

  record Row(
      long id,
      long survey,
      int place,
      String question,
      String kind,
      String options,
      String answer,
      int version,
      @Nullable String weighing,
      long weighed,
      long changed) {}

  @Select(
      """
      INSERT INTO survey_questions (survey, place, question, kind, options, changed)
      VALUES (#{survey}, #{place}, #{question}, #{kind}, #{options}, #{at})
      RETURNING id
      """)
  @Options(flushCache = Options.FlushCachePolicy.TRUE)
  long add(
      @Param("survey") long survey,
      @Param("place") int place,
      @Param("question") String question,
      @Param("kind") String kind,
      @Param("options") String options,
      @Param("at") long at);

  @Select(
      "SELECT " + COLUMNS + " FROM survey_questions q WHERE q.survey = #{survey} ORDER BY q.place")
  List<Row> of(@Param("survey") long survey);

  @Select(
      "SELECT "
          + COLUMNS
          + " FROM survey_questions q JOIN survey_responses s ON s.id = q.survey"
          + " WHERE q.id = #{id} AND s.removed IS NULL")
  Optional<Row> find(@Param("id") long id);

  record EarlierRow(long id, long survey, long job, String question, String answer, long changed) {}

  /** What was answered to an employer, or for a job whose employer has no name; newest first. */
  @Select(
      """
      SELECT q.id, q.survey, s.job, q.question, q.answer, q.changed
      FROM survey_questions q JOIN survey_responses s ON s.id = q.survey
      WHERE s.removed IS NULL AND q.answer <> ''
        AND (s.job = #{job} OR s.company = #{company} AND s.company <> '')
      ORDER BY q.changed DESC, q.id DESC LIMIT #{limit}
      """)
  List<EarlierRow> answered(
      @Param("company") String company, @Param("job") long job, @Param("limit") int limit);

  @Update(
      """
      UPDATE survey_questions
      SET answer = #{answer}, version = version + 1, changed = #{at}
      WHERE id = #{id} AND version = #{seen}
      """)
  int answer(
      @Param("id") long id,
      @Param("seen") int seen,
      @Param("answer") String answer,
      @Param("at") long at);

  /** Another answer takes the place of the one there is, which is kept beside it. */
  @Update(
      """
      UPDATE survey_questions
      SET replaced = answer, answer = #{answer}, version = version + 1, changed = #{at}
      WHERE id = #{id}
      """)
  void replace(@Param("id") long id, @Param("answer") String answer, @Param("at") long at);

  /** Where the answer is still the one of that version. */
  @Update(
      """
      UPDATE survey_questions
      SET answer = replaced, replaced = '', version = version + 1, changed = #{at}
      WHERE id = #{id} AND version = #{version}
      """)
  int putBack(@Param("id") long id, @Param("version") int version, @Param("at") long at);

  @Update(
      """
      UPDATE survey_questions SET place = #{place}, question = #{question}, kind = #{kind},
        options = #{options}
      WHERE id = #{id}
      """)
  void reword(
      @Param("id") long id,
      @Param("place") int place,
      @Param("question") String question,
      @Param("kind") String kind,
      @Param("options") String options);

  @Update("UPDATE survey_questions SET weighing = #{weighing}, weighed = #{at} WHERE id = #{id}")
  void weigh(
      @Param("id") long id, @Param("weighing") @Nullable String weighing, @Param("at") long at);

  @Delete("DELETE FROM survey_questions WHERE id = #{id}")
  void remove(@Param("id") long id);
}
