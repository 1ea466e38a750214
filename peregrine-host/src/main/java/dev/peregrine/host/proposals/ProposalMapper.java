package dev.peregrine.host.proposals;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface ProposalMapper {

  record Row(
      long id,
      String kind,
      @Nullable Long resume,
      String place,
      String about,
      String earlier,
      String text,
      String evidence,
      String backend,
      long at,
      String state,
      String accepted) {}

  @Insert(
      """
      INSERT INTO proposals (kind, resume, place, about, earlier, text, evidence, backend, at)
      VALUES (#{kind}, #{resume}, #{place}, #{about}, #{earlier}, #{text}, #{evidence}, #{backend},
        #{at})
      """)
  void add(Row row);

  @Select(
      """
      SELECT id, kind, resume, place, about, earlier, text, evidence, backend, at, state, accepted
      FROM proposals
      WHERE state = 'open' AND (resume IS NULL OR resume = #{resume})
      ORDER BY id
      """)
  List<Row> open(@Param("resume") long resume);

  @Select(
      """
      SELECT id, kind, resume, place, about, earlier, text, evidence, backend, at, state, accepted
      FROM proposals
      WHERE id = #{id}
      """)
  Optional<Row> find(@Param("id") long id);

  @Update(
      """
      UPDATE proposals SET state = #{state}, place = #{place}, accepted = #{accepted}
      WHERE id = #{id}
      """)
  void decide(
      @Param("id") long id,
      @Param("state") String state,
      @Param("place") String place,
      @Param("accepted") String accepted);

  /** A new answer takes the place of what nobody decided on. */
  @Delete(
      """
      DELETE FROM proposals
      WHERE kind = #{kind} AND state = 'open' AND (resume IS NULL OR resume = #{resume})
      """)
  void forgetOpen(@Param("kind") String kind, @Param("resume") long resume);

  @Delete("DELETE FROM proposals WHERE state <> 'open' AND at < #{before}")
  void forgetDecided(@Param("before") long before);
}
