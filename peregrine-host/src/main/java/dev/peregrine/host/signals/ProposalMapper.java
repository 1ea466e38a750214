package dev.peregrine.host.signals;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface ProposalMapper {

  record Row(
      long id,
      long mail,
      long job,
      String uid,
      @Nullable Long round,
      int version,
      String kind,
      String times,
      @Nullable String decided) {}

  /** What was withdrawn is proposed anew. */
  @Insert(
      """
      INSERT INTO mail_rounds (mail, job, uid, round, version, kind, times)
      VALUES (#{mail}, #{job}, #{uid}, #{round}, #{version}, #{kind}, #{times})
      ON CONFLICT (mail, uid) DO UPDATE SET job = excluded.job, round = excluded.round,
        version = excluded.version, kind = excluded.kind, times = excluded.times, decided = NULL,
        move = NULL
      """)
  void add(
      @Param("mail") long mail,
      @Param("job") long job,
      @Param("uid") String uid,
      @Param("round") long round,
      @Param("version") int version,
      @Param("kind") String kind,
      @Param("times") String times);

  @Select(
      """
      SELECT id, mail, job, uid, round, version, kind, times, decided FROM mail_rounds
      WHERE mail = #{mail} ORDER BY id
      """)
  List<Row> ofMail(@Param("mail") long mail);

  @Select(
      """
      SELECT id, mail, job, uid, round, version, kind, times, decided FROM mail_rounds
      WHERE job IN (SELECT value FROM json_each(#{jobs})) AND decided IS NULL AND round IS NOT NULL
      ORDER BY mail DESC, id
      """)
  List<Row> open(@Param("jobs") String jobs);

  @Select(
      """
      SELECT id, mail, job, uid, round, version, kind, times, decided FROM mail_rounds
      WHERE id = #{id}
      """)
  Optional<Row> find(@Param("id") long id);

  @Select(
      """
      SELECT id, mail, job, uid, round, version, kind, times, decided FROM mail_rounds
      WHERE move = #{move}
      """)
  List<Row> ofMove(@Param("move") long move);

  /** The mail that a round was proposed by. */
  @Select("SELECT mail FROM mail_rounds WHERE round = #{round} AND kind = 'new' LIMIT 1")
  Optional<Long> sourceOf(@Param("round") long round);

  @Update(
      """
      UPDATE mail_rounds SET decided = #{decided}, version = #{version}, move = #{move}
      WHERE id = #{id}
      """)
  void decide(
      @Param("id") long id,
      @Param("decided") @Nullable String decided,
      @Param("version") int version,
      @Param("move") @Nullable Long move);
}
