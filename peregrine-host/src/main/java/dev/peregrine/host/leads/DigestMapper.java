package dev.peregrine.host.leads;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface DigestMapper {

  record DigestRow(long mail, String state, @Nullable Long ended) {}

  record LinkRow(
      long id,
      long digest,
      String address,
      String title,
      @Nullable String company,
      @Nullable String place,
      boolean redirect,
      String state,
      @Nullable Long job,
      @Nullable String problem) {}

  @Insert(
      """
      INSERT OR IGNORE INTO digests (mail, received, state) VALUES (#{mail}, #{received}, 'open')
      """)
  int add(@Param("mail") long mail, @Param("received") long received);

  @Select("SELECT mail, state, ended FROM digests WHERE mail = #{mail}")
  Optional<DigestRow> find(@Param("mail") long mail);

  /** Those of the list that come after one of it; the first ones where there is none. */
  @Select(
      """
      SELECT mail, state, ended FROM digests
      WHERE state = 'open' AND (received, mail) < (#{received}, #{before})
      ORDER BY received DESC, mail DESC LIMIT #{most}
      """)
  List<DigestRow> open(
      @Param("received") long received, @Param("before") long before, @Param("most") int most);

  @Select("SELECT COUNT(*) FROM digests WHERE state = 'open'")
  long countOpen();

  /** Of what turned out to be something else; what was added from one keeps it. */
  @Delete(
      """
      DELETE FROM digests WHERE mail = #{mail} AND state = 'open'
        AND NOT EXISTS (SELECT 1 FROM digest_links WHERE digest = #{mail})
      """)
  int drop(@Param("mail") long mail);

  @Select(
      """
      SELECT mail, state, ended FROM digests WHERE state <> 'open'
      ORDER BY ended DESC, mail DESC LIMIT #{most}
      """)
  List<DigestRow> ended(@Param("most") int most);

  @Update(
      """
      UPDATE digests SET state = #{state}, ended = #{ended}
      WHERE mail = #{mail} AND state <> #{state}
      """)
  int state(
      @Param("mail") long mail, @Param("state") String state, @Param("ended") @Nullable Long ended);

  @Select(
      """
      SELECT id, digest, address, title, company, place, redirect, state, job, problem
      FROM digest_links WHERE digest IN (SELECT value FROM json_each(#{digests})) ORDER BY id
      """)
  List<LinkRow> links(@Param("digests") String digests);

  @Insert(
      """
      INSERT INTO digest_links (digest, address, title, company, place, redirect, state)
      VALUES (#{digest}, #{address}, #{title}, #{company}, #{place}, #{redirect}, 'waiting')
      ON CONFLICT (digest, address) DO UPDATE SET state = 'waiting', problem = NULL
        WHERE state = 'failed'
      """)
  int queue(
      @Param("digest") long digest,
      @Param("address") String address,
      @Param("title") String title,
      @Param("company") @Nullable String company,
      @Param("place") @Nullable String place,
      @Param("redirect") boolean redirect);

  @Update(
      """
      UPDATE digest_links SET state = #{state}, job = COALESCE(#{job}, job), problem = #{problem}
      WHERE id = #{id}
      """)
  void came(
      @Param("id") long id,
      @Param("state") String state,
      @Param("job") @Nullable Long job,
      @Param("problem") @Nullable String problem);

  @Select(
      """
      SELECT COUNT(*) FROM digest_links
      WHERE digest = #{digest} AND state IN ('waiting', 'failed')
      """)
  long unfinished(@Param("digest") long digest);
}
