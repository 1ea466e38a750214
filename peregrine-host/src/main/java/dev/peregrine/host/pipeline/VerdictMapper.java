package dev.peregrine.host.pipeline;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Keeps what the person said about which jobs are the same, and what follows from it. */
interface VerdictMapper {

  record VerdictData(
      long id,
      String kind,
      long job,
      long other,
      @Nullable String fromRule,
      @Nullable String fromDetail) {}

  /** A verdict as the timeline of one of its jobs tells it. */
  record ToldData(
      long id,
      long at,
      String kind,
      boolean isOther,
      String title,
      @Nullable String company,
      boolean undone) {}

  record StandingData(
      long id,
      String title,
      @Nullable String company,
      String url,
      String stage,
      @Nullable String rejectionStage,
      @Nullable String hiddenRule,
      @Nullable String hiddenDetail) {}

  record PlaceOfSightingData(long id, long job, String url, String board, String nativeId) {}

  /** What a board said, as {@code sighting_postings} and the sighting itself have it. */
  record SaidData(
      String title,
      @Nullable String company,
      String url,
      String board,
      String nativeId,
      @Nullable String remote,
      @Nullable String salaryMin,
      @Nullable String salaryMax,
      @Nullable String salaryCurrency,
      @Nullable String salaryPeriod,
      @Nullable String salaryOrigin,
      @Nullable Long posted,
      @Nullable Long closes,
      long found,
      @Nullable String applyUrl,
      String places,
      String employmentTypes,
      String tags,
      String details,
      @Nullable String description,
      String descriptionText) {}

  @Select("SELECT COALESCE(joined, id) FROM jobs WHERE id = #{id}")
  @Nullable Long root(@Param("id") long id);

  @Select(
      """
      SELECT DISTINCT COALESCE(j.joined, j.id)
      FROM json_each(#{ids}) AS wanted JOIN jobs AS j ON j.id = wanted.value
      """)
  List<Long> roots(@Param("ids") String ids);

  @Select(
      """
      SELECT id, title, company, url, stage, rejection_stage, hidden_rule, hidden_detail
      FROM jobs WHERE id = #{id}
      """)
  @Nullable StandingData standing(@Param("id") long id);

  /** The jobs that were joined to it. */
  @Select("SELECT id FROM jobs WHERE joined = #{job} ORDER BY id")
  List<Long> joinedTo(@Param("job") long job);

  @Select(
      """
      INSERT INTO job_verdicts (at, kind, job, other, from_rule, from_detail)
      VALUES (#{at}, #{kind}, #{job}, #{other}, #{rule}, #{detail}) RETURNING id
      """)
  long say(
      @Param("at") long at,
      @Param("kind") String kind,
      @Param("job") long job,
      @Param("other") long other,
      @Param("rule") @Nullable String rule,
      @Param("detail") @Nullable String detail);

  @Select(
      """
      SELECT id, kind, job, other, from_rule, from_detail FROM job_verdicts
      WHERE id = #{id} AND undone IS NULL
      """)
  @Nullable VerdictData find(@Param("id") long id);

  /** What joined it to another. */
  @Select(
      """
      SELECT id, kind, job, other, from_rule, from_detail FROM job_verdicts
      WHERE other = #{other} AND kind = 'same' AND undone IS NULL ORDER BY id DESC LIMIT 1
      """)
  @Nullable VerdictData joining(@Param("other") long other);

  @Update("UPDATE job_verdicts SET undone = #{at} WHERE id = #{id}")
  void undone(@Param("id") long id, @Param("at") long at);

  /** Who joins two jobs takes back that they are two. */
  @Update(
      """
      UPDATE job_verdicts SET undone = #{at}
      WHERE kind = 'apart' AND undone IS NULL
        AND (job = #{one} AND other = #{two} OR job = #{two} AND other = #{one})
      """)
  void noLongerApart(@Param("one") long one, @Param("two") long two, @Param("at") long at);

  @Update(
      """
      UPDATE jobs SET joined = #{job}, hidden = 1, hidden_rule = 'joined', hidden_detail = ''
      WHERE id = #{other}
      """)
  void join(@Param("job") long job, @Param("other") long other);

  /** Those that were joined to the one go along with it. */
  @Update("UPDATE jobs SET joined = #{to} WHERE joined = #{from}")
  void joinFollowers(@Param("from") long from, @Param("to") long to);

  @Update(
      """
      UPDATE jobs SET joined = NULL, hidden = #{rule} IS NOT NULL, hidden_rule = #{rule},
        hidden_detail = #{detail}
      WHERE id = #{id}
      """)
  void part(
      @Param("id") long id,
      @Param("rule") @Nullable String rule,
      @Param("detail") @Nullable String detail);

  /** Those that were joined to it before it was joined itself are its own again. */
  @Update(
      """
      WITH RECURSIVE mine (id) AS (
        SELECT #{id}
        UNION SELECT v.other FROM job_verdicts AS v JOIN mine ON v.job = mine.id
        WHERE v.kind = 'same' AND v.undone IS NULL
      )
      UPDATE jobs SET joined = #{id}
      WHERE joined IS NOT NULL AND id <> #{id} AND id IN (SELECT id FROM mine)
      """)
  void takeFollowers(@Param("id") long id);

  @Select("SELECT id, job, url, board, native_id FROM job_sightings WHERE id = #{id}")
  @Nullable PlaceOfSightingData sighting(@Param("id") long id);

  @Select("SELECT id, job, url, board, native_id FROM job_sightings WHERE job = #{job} ORDER BY id")
  List<PlaceOfSightingData> sightingsOf(@Param("job") long job);

  @Select(
      """
      SELECT p.title, p.company, s.url, s.board, s.native_id, p.remote, s.salary_min, s.salary_max,
        s.salary_currency, s.salary_period, s.salary_origin, p.posted, p.closes,
        s.first_seen AS found, p.apply_url, p.places, p.employment_types, p.tags, p.details,
        p.description, p.description_text
      FROM job_sightings AS s JOIN sighting_postings AS p ON p.sighting = s.id
      WHERE s.id = #{sighting}
      """)
  SaidData said(@Param("sighting") long sighting);

  @Update("UPDATE job_sightings SET job = #{job} WHERE id = #{sighting}")
  void give(@Param("sighting") long sighting, @Param("job") long job);

  @Update("UPDATE jobs SET url = #{sighting.url}, board = #{sighting.board} WHERE id = #{job}")
  void addressAs(@Param("job") long job, @Param("sighting") PlaceOfSightingData sighting);

  @Update("UPDATE job_texts SET native_id = #{nativeId} WHERE job = #{job}")
  void number(@Param("job") long job, @Param("nativeId") String nativeId);

  /** Whether nothing happened to it but that it was split off. */
  @Select(
      """
      SELECT (SELECT COUNT(*) FROM job_events WHERE job = #{job}) = 1
        AND (SELECT COUNT(*) FROM job_sightings WHERE job = #{job}) = 1
        AND (SELECT COUNT(*) FROM job_verdicts WHERE job = #{job} OR other = #{job}) = 1
      """)
  boolean isUntouched(@Param("job") long job);

  @Delete("DELETE FROM jobs WHERE id = #{job}")
  void delete(@Param("job") long job);

  @Select(
      """
      SELECT v.id, v.at, v.kind, v.other = #{job} AS is_other, j.title, j.company,
        v.undone IS NOT NULL AS undone
      FROM job_verdicts AS v
        JOIN jobs AS j ON j.id = CASE v.other WHEN #{job} THEN v.job ELSE v.other END
      WHERE v.job = #{job} OR v.other = #{job}
      ORDER BY v.id
      """)
  List<ToldData> of(@Param("job") long job);
}
