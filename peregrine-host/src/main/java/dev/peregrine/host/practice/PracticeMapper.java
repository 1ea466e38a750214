package dev.peregrine.host.practice;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface PracticeMapper {

  record SessionRow(
      long id,
      long job,
      String kind,
      String language,
      String asker,
      int questions,
      boolean timed,
      boolean weakOnly,
      long made,
      @Nullable Long ended) {}

  record TurnRow(
      long id,
      long session,
      int position,
      String bank,
      String theme,
      String demand,
      String question,
      String askedBy,
      String state,
      String answer,
      int version,
      int seconds,
      @Nullable String rating,
      boolean settled,
      long made) {}

  /** How often a question was asked. */
  record Used(String question, int times) {}

  @Select(
      """
      INSERT INTO practice_sessions
        (job, kind, language, asker, questions, timed, weak_only, made)
      VALUES (#{row.job}, #{row.kind}, #{row.language}, #{row.asker}, #{row.questions},
        #{row.timed}, #{row.weakOnly}, #{row.made})
      RETURNING id
      """)
  @Options(flushCache = Options.FlushCachePolicy.TRUE)
  long add(@Param("row") SessionRow row);

  @Select(
      """
      SELECT id, job, kind, language, asker, questions, timed, weak_only AS weakOnly, made, ended
      FROM practice_sessions
      WHERE id = #{id} AND removed IS NULL
      """)
  Optional<SessionRow> session(@Param("id") long id);

  /** The newest first, with those of jobs that were joined to it. */
  @Select(
      """
      SELECT id, job, kind, language, asker, questions, timed, weak_only AS weakOnly, made, ended
      FROM practice_sessions
      WHERE (job = #{job} OR job IN (SELECT id FROM jobs WHERE joined = #{job}))
        AND removed IS NULL
      ORDER BY id DESC
      LIMIT #{limit}
      """)
  List<SessionRow> ofJob(@Param("job") long job, @Param("limit") int limit);

  @Select(
      """
      SELECT COUNT(*) FROM practice_sessions
      WHERE (job = #{job} OR job IN (SELECT id FROM jobs WHERE joined = #{job}))
        AND removed IS NULL
      """)
  int count(@Param("job") long job);

  @Select(
      """
      SELECT id, session, position, bank, theme, demand, question, asked_by AS askedBy, state,
        answer, version, seconds, rating, settled, made
      FROM practice_turns
      WHERE session = #{session}
      ORDER BY position
      """)
  List<TurnRow> turns(@Param("session") long session);

  @Select(
      """
      SELECT id, session, position, bank, theme, demand, question, asked_by AS askedBy, state,
        answer, version, seconds, rating, settled, made
      FROM practice_turns
      WHERE id = #{id}
      """)
  Optional<TurnRow> turn(@Param("id") long id);

  @Select(
      """
      INSERT INTO practice_turns
        (session, position, bank, theme, demand, question, asked_by, state, made)
      VALUES (#{row.session}, #{row.position}, #{row.bank}, #{row.theme}, #{row.demand},
        #{row.question}, #{row.askedBy}, 'open', #{row.made})
      RETURNING id
      """)
  @Options(flushCache = Options.FlushCachePolicy.TRUE)
  long addTurn(@Param("row") TurnRow row);

  @Update(
      """
      UPDATE practice_turns
      SET answer = #{answer}, seconds = #{seconds}, state = #{state}, version = version + 1
      WHERE id = #{id}
      """)
  void answer(
      @Param("id") long id,
      @Param("answer") String answer,
      @Param("seconds") int seconds,
      @Param("state") String state);

  @Update(
      """
      UPDATE practice_turns SET state = #{state}, rating = #{rating}, version = version + 1
      WHERE id = #{id}
      """)
  void state(
      @Param("id") long id, @Param("state") String state, @Param("rating") @Nullable String rating);

  @Update("UPDATE practice_turns SET settled = #{settled} WHERE id = #{id}")
  int settle(@Param("id") long id, @Param("settled") boolean settled);

  @Update("UPDATE practice_sessions SET ended = #{at} WHERE id = #{id}")
  void end(@Param("id") long id, @Param("at") @Nullable Long at);

  @Update("UPDATE practice_sessions SET questions = questions + 1, ended = NULL WHERE id = #{id}")
  void oneMore(@Param("id") long id);

  @Update("UPDATE practice_sessions SET removed = #{at} WHERE id = #{id}")
  int remove(@Param("id") long id, @Param("at") @Nullable Long at);

  @Delete("DELETE FROM practice_sessions WHERE removed < #{before}")
  void forgetRemoved(@Param("before") long before);

  /** The rated ones of all jobs, the newest first. */
  @Select(
      """
      SELECT id, session, position, bank, theme, demand, question, asked_by AS askedBy, state,
        answer, version, seconds, rating, settled, made
      FROM practice_turns
      WHERE state = 'rated'
        AND session IN (SELECT id FROM practice_sessions WHERE removed IS NULL)
      ORDER BY id DESC
      LIMIT #{limit}
      """)
  List<TurnRow> rated(@Param("limit") int limit);

  @Select(
      """
      SELECT id, job, kind, language, asker, questions, timed, weak_only AS weakOnly, made, ended
      FROM practice_sessions
      WHERE removed IS NULL
      """)
  List<SessionRow> sessions();

  @Select(
      """
      SELECT CASE WHEN bank = '' THEN 'said:' || question ELSE bank END AS question,
        COUNT(*) AS times
      FROM practice_turns
      GROUP BY 1
      """)
  List<Used> used();
}
