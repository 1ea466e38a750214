package dev.peregrine.host.platform;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface ErasureMapper {

  record Due(String id, String userId, @Nullable String found) {}

  record Row(
      String id,
      String personSha256,
      Instant requestedAt,
      Instant dueAt,
      @Nullable String found,
      @Nullable String removedRows,
      @Nullable Instant doneAt) {}

  @Insert(
      """
      INSERT INTO erasures (id, user_id, person_sha256, requested_at, due_at)
      VALUES (#{id}::uuid, #{user}::uuid, #{hash}, #{now}, #{due})
      ON CONFLICT (user_id) WHERE user_id IS NOT NULL DO NOTHING
      """)
  int plan(
      @Param("id") String id,
      @Param("user") String user,
      @Param("hash") String hash,
      @Param("now") Instant now,
      @Param("due") Instant due);

  @Delete("DELETE FROM erasures WHERE user_id = #{user}::uuid AND begun_at IS NULL")
  int keep(@Param("user") String user);

  @Select(
      """
      SELECT EXISTS (
        SELECT 1 FROM erasures WHERE user_id = #{user}::uuid AND begun_at IS NOT NULL)
      """)
  boolean hasBegun(@Param("user") String user);

  @Select(
      """
      SELECT user_id::text FROM erasures
      WHERE user_id IS NOT NULL AND due_at <= #{now}
        AND (begun_at IS NULL OR begun_at < #{givenUp})
      ORDER BY due_at
      LIMIT 200
      """)
  List<String> due(@Param("now") Instant now, @Param("givenUp") Instant givenUp);

  // Whoever died over one is followed up after a while; nobody begins one twice at a time.
  @Select(
      value =
          """
          UPDATE erasures SET begun_at = #{now}, everywhere = #{everywhere}
          WHERE id = (
            SELECT id FROM erasures
            WHERE user_id = #{user}::uuid AND due_at <= #{now}
              AND (begun_at IS NULL OR begun_at < #{givenUp})
            FOR UPDATE SKIP LOCKED
          )
          RETURNING id::text AS id, user_id::text AS user_id, found::text AS found
          """,
      affectData = true)
  Optional<Due> begin(
      @Param("user") String user,
      @Param("now") Instant now,
      @Param("givenUp") Instant givenUp,
      @Param("everywhere") boolean everywhere);

  @Update("UPDATE erasures SET found = #{found}::jsonb WHERE id = #{id}::uuid AND found IS NULL")
  int note(@Param("id") String id, @Param("found") String found);

  @Update(
      """
      UPDATE erasures SET user_id = NULL, removed_rows = #{rows}::jsonb, done_at = #{now}
      WHERE id = #{id}::uuid
      """)
  int finish(@Param("id") String id, @Param("rows") String rows, @Param("now") Instant now);

  @Select(
      """
      SELECT id::text AS id, person_sha256, requested_at, due_at, found::text AS found,
        removed_rows::text AS removed_rows, done_at
      FROM erasures
      WHERE person_sha256 = #{hash} AND done_at IS NOT NULL
      ORDER BY done_at DESC
      LIMIT 20
      """)
  List<Row> done(@Param("hash") String hash);

  /**
   * A person who was deleted.
   *
   * @param person the hash of the id
   * @param id of the last erasure
   */
  record Erased(String person, String id) {}

  @Select("SELECT id::text FROM erasures WHERE everywhere AND done_at >= #{since}")
  List<String> everywhereSince(@Param("since") Instant since);

  @Select(
      """
      <script>
      SELECT DISTINCT ON (person_sha256) person_sha256 AS person, id::text AS id
      FROM erasures
      WHERE everywhere AND done_at IS NOT NULL AND person_sha256 IN
        <foreach item="hash" collection="hashes" open="(" separator="," close=")">#{hash}</foreach>
      ORDER BY person_sha256, done_at DESC
      </script>
      """)
  List<Erased> lastEverywhere(@Param("hashes") List<String> hashes);

  @Insert(
      """
      INSERT INTO erased_copies (copy, part, erasure, files, bytes, sha256, removed_at)
      VALUES (#{copy}::uuid, #{found.part}, #{erasure}::uuid, #{found.files}, #{found.bytes},
        #{found.sha256}, #{now})
      ON CONFLICT (copy, part) DO NOTHING
      """)
  int noteCopy(
      @Param("copy") String copy,
      @Param("erasure") String erasure,
      @Param("found") ErasureProof.Part found,
      @Param("now") Instant now);

  @Select(
      """
      SELECT part, files, bytes, sha256 FROM erased_copies
      WHERE erasure = #{id}::uuid
      ORDER BY removed_at, copy, part
      """)
  List<ErasureProof.Part> copies(@Param("id") String id);
}
